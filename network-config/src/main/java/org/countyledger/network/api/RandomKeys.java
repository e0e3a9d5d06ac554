package org.countyledger.network.api;

import java.util.UUID;

/** Idempotency keys: a new one for each command, so that a repeat is one by intent. */
public final class RandomKeys {
    private RandomKeys() {}

    public static String next() {
        return UUID.randomUUID().toString();
    }
}
