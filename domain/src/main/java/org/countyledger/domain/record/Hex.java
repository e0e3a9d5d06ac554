package org.countyledger.domain.record;

import java.util.regex.Pattern;

/** Lower-case hexadecimal forms that commands and records hold. */
public final class Hex {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Hex() {}

    public static String digest(String what, String value) {
        if (!SHA256.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must be 64 lower-case hexadecimal digits");
        }
        return value;
    }
}
