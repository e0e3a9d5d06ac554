package org.countyledger.network.resident;

import java.security.SecureRandom;
import java.util.Map;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;

/** What an office writes about a record; it stands in the owner's private collection, the ledger sees its commitment. */
public final class Papers {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Papers() {}

    /** A paper under a salt of its own. */
    public static PrivateValue of(Kind kind, String group, String text) {
        byte[] salt = new byte[PrivateValue.SALT_BYTES];
        RANDOM.nextBytes(salt);
        return PrivateValue.of(kind, group, salt, Map.of("text", text));
    }
}
