package org.countyledger.domain.record;

/** Lower-case hexadecimal forms that commands and records hold. */
public final class Hex {
    private static final int SHA256_DIGITS = 64;

    private Hex() {}

    public static String digest(String what, String value) {
        if (!isSha256(value)) {
            throw new IllegalArgumentException(what + " must be 64 lower-case hexadecimal digits");
        }
        return value;
    }

    private static boolean isSha256(String value) {
        if (value.length() != SHA256_DIGITS) {
            return false;
        }
        for (int i = 0; i < SHA256_DIGITS; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
