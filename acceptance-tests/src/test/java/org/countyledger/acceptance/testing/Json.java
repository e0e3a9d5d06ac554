package org.countyledger.acceptance.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as it is sent and as it is signed. For what these tests write (short text, whole numbers, names in ASCII) sorted names
 * and no white space are RFC 8785.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Canonical bytes. */
    public static byte[] canonical(Map<String, ?> value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Canonical text of what was read: its names are sorted by going through maps. */
    public static String canonical(JsonNode node) {
        return write(MAPPER.treeToValue(node, Object.class));
    }
}
