package org.countyledger.network.inventory;

import java.util.regex.Pattern;

/** A department, or a contractor whose people get certificates from an organisation's authority. */
public record Department(String id, String organization, Name name) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Department {
        Require.matches(ID, id, "an id (lower-case letters, digits, single hyphens)");
    }

    /** Contractors are told from departments by their id. */
    static boolean isProvider(String id) {
        return id.startsWith("provider-");
    }
}
