package org.countyledger.domain.record;

/** Names of ASCII letters that stand in commands and keys; looked at in every decision, so without patterns. */
final class Names {
    private static final int MAX_LENGTH = 40;

    private Names() {}

    /** A letter, then letters, digits and {@code _}; at most 40. */
    static boolean isName(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '_') {
                return false;
            }
        }
        return true;
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
