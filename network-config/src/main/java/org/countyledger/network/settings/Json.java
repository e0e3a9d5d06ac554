package org.countyledger.network.settings;

import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Settings are written for people to read, too: indented, in the order of their records. */
final class Json {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .build())
            .build();

    private Json() {}

    static byte[] json(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /** One text of a JSON file. */
    static String text(Path file, String field) {
        return JSON.readTree(file.toFile()).path(field).asString();
    }

    static byte[] yaml(Object value) {
        return YAML.writeValueAsBytes(value);
    }
}
