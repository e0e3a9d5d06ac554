package org.countyledger.domain.lifecycle;

/** An expected, coded, explainable no. On the wire it is the message {@code CODE|rule|sentence}. */
public record Refusal(RefusalCode code, String rule, String sentence) {

    public static Refusal of(RefusalCode code, String rule) {
        return new Refusal(code, rule, code.english());
    }

    /** With what exactly was found, never with a value that may be personal. */
    public static Refusal of(RefusalCode code, String rule, String detail) {
        return new Refusal(code, rule, code.english() + " " + detail);
    }

    public String message() {
        return code.name() + "|" + rule + "|" + sentence;
    }
}
