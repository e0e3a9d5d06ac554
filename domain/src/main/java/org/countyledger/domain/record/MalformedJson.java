package org.countyledger.domain.record;

import java.io.Serial;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** JSON that cannot be read. The message names the place and the reason, never the value, which may be personal. */
public final class MalformedJson extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String pointer;

    private MalformedJson(String pointer, String reason) {
        super(pointer.isEmpty() ? reason : pointer + ": " + reason);
        this.pointer = pointer;
    }

    static MalformedJson because(String reason) {
        return new MalformedJson("", reason);
    }

    static MalformedJson of(JacksonException cause) {
        if (cause instanceof StreamReadException read && read.processor() != null) {
            return new MalformedJson(
                    read.processor().streamReadContext().pathAsPointer().toString(), reason(cause));
        }
        StringBuilder pointer = new StringBuilder();
        if (cause instanceof DatabindException bound) {
            bound.getPath()
                    .forEach(reference -> pointer.append('/')
                            .append(
                                    reference.getPropertyName() != null
                                            ? reference.getPropertyName()
                                            : reference.getIndex()));
        }
        return new MalformedJson(pointer.toString(), reason(cause));
    }

    private static String reason(JacksonException cause) {
        if (cause instanceof UnrecognizedPropertyException) {
            return "unknown field";
        }
        if (cause.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null) {
            return refused.getMessage();
        }
        return cause instanceof DatabindException ? "wrong type or missing value" : "not well-formed JSON";
    }

    /** JSON pointer of the place, empty when it is the whole text. */
    public String pointer() {
        return pointer;
    }
}
