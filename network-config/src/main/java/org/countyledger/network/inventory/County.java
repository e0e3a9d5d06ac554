package org.countyledger.network.inventory;

import java.util.regex.Pattern;

/** The county itself; {@code code} is its six-digit administrative code. */
public record County(String code, Name name) {
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    public County {
        Require.matches(CODE, code, "a county code of six digits");
    }
}
