package org.countyledger.gateway.open311;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** The two forms of every answer, by the end of the path. */
enum Format {
    JSON,
    XML;

    static Format of(String end) {
        return end.equals("xml") ? XML : JSON;
    }

    MediaType mediaType() {
        return switch (this) {
            case JSON -> new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);
            case XML -> new MediaType("text", "xml", StandardCharsets.UTF_8);
        };
    }
}
