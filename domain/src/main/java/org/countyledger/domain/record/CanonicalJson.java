package org.countyledger.domain.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one codec of everything that is stored, hashed or signed: RFC 8785 (JSON Canonicalization Scheme) restricted to
 * integers of 64 bits, so that no floating point is ever involved. Reading takes UTF-8 only, and refuses duplicate and
 * unknown names, missing and null values, fractions, lone surrogates, trailing text and depth above 32.
 */
public final class CanonicalJson {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_STRING = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private CanonicalJson() {}

    /** Canonical UTF-8 bytes of a record, map or list of this domain. */
    public static byte[] write(Object value) {
        StringBuilder out = new StringBuilder(256);
        append(out, MAPPER.valueToTree(value));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical bytes, in hex. */
    public static String digest(Object value) {
        return Digests.sha256Hex(write(value));
    }

    /**
     * Reads JSON strictly.
     *
     * @throws MalformedJson if the bytes are no JSON or do not have the shape of {@code type}
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(json))
                            .toString(),
                    type);
        } catch (CharacterCodingException e) {
            throw MalformedJson.because("not UTF-8");
        }
    }

    /** As {@link #read(byte[], Class)}. */
    public static <T> T read(String json, Class<T> type) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree.isNull() || tree.isMissingNode()) {
                throw MalformedJson.because("no value");
            }
            if (mayHoldLoneSurrogate(json)) {
                requireWholeCharacters(tree);
            }
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw MalformedJson.of(e);
        }
    }

    /** Whether the JSON text has a surrogate, as it stands or as an escape: nearly all has none, and need not be walked. */
    private static boolean mayHoldLoneSurrogate(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                return true;
            }
        }
        return json.contains("\\u");
    }

    /** A lone surrogate has no UTF-8 form, so what holds one could be read but never written. */
    private static void requireWholeCharacters(JsonNode node) {
        boolean lone = node.isString()
                ? hasLoneSurrogate(node.stringValue())
                : node.propertyNames().stream().anyMatch(CanonicalJson::hasLoneSurrogate);
        if (lone) {
            throw MalformedJson.because("lone surrogate");
        }
        node.forEach(CanonicalJson::requireWholeCharacters);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!isPair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static void append(StringBuilder out, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> appendObject(out, node);
            case ARRAY -> appendArray(out, node);
            case STRING -> appendString(out, node.stringValue());
            case NUMBER -> appendInteger(out, node);
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL, MISSING, BINARY, POJO ->
                throw new IllegalArgumentException("no canonical form for " + node.getNodeType());
        }
    }

    private static void appendObject(StringBuilder out, JsonNode node) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
            out.append(separator);
            appendString(out, entry.getKey());
            out.append(':');
            append(out, entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private static void appendArray(StringBuilder out, JsonNode node) {
        out.append('[');
        for (Iterator<JsonNode> items = node.iterator(); items.hasNext(); ) {
            append(out, items.next());
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void appendInteger(StringBuilder out, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("numbers are integers of 64 bits");
        }
        out.append(node.longValue());
    }

    private static void appendString(StringBuilder out, String text) {
        if (hasLoneSurrogate(text)) {
            throw new IllegalArgumentException("lone surrogate");
        }
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, written, i);
                appendEscaped(out, c);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static void appendEscaped(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default ->
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        }
    }
}
