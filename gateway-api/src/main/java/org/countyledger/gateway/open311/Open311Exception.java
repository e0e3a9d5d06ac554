package org.countyledger.gateway.open311;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A refusal in the words of GeoReport v2. */
final class Open311Exception extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    Open311Exception(HttpStatus status, String description) {
        super(description, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    static Document document(HttpStatus status, String description) {
        return Document.list("errors", "error", List.of(Map.of("code", status.value(), "description", description)));
    }

    Document document() {
        return document(status, String.valueOf(getMessage()));
    }
}
