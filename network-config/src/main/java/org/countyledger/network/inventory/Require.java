package org.countyledger.network.inventory;

import java.util.regex.Pattern;

/** Checks of compact constructors. */
final class Require {
    private static final int MAX_PORT = 0xffff;

    private Require() {}

    static void matches(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not " + what);
        }
    }

    static void port(int port, String name) {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException(name + " " + port + " is not between 1 and " + MAX_PORT);
        }
    }
}
