package org.countyledger.risk.features;

import java.io.Serial;
import java.util.Locale;

/** A field that the schema refuses. Names the field and the reason, never the value, which may be personal. */
public final class RefusedFieldException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
        PERSON_ATTRIBUTE,
        UNKNOWN_FIELD,
        MISSING_FIELD,
        NOT_A_NUMBER
    }

    private final Code code;

    RefusedFieldException(Code code, String field) {
        super(sentence(code, field));
        this.code = code;
    }

    RefusedFieldException(Code code, String field, Throwable cause) {
        super(sentence(code, field), cause);
        this.code = code;
    }

    private static String sentence(Code code, String field) {
        return code.name() + ": " + field + " is refused, "
                + code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public Code code() {
        return code;
    }
}
