package org.countyledger.network.resident;

import java.security.SecureRandom;
import java.util.Map;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;

/** What an office keeps of its papers on a record; the ledger sees salted commitments of them. */
public final class Papers {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Papers() {}

    /** Commitment of a paper under a salt of its own. */
    public static String commitment(Kind kind, String group, String text) {
        byte[] salt = new byte[PrivateValue.SALT_BYTES];
        RANDOM.nextBytes(salt);
        return PrivateValue.of(kind, group, salt, Map.of("text", text)).commitment();
    }
}
