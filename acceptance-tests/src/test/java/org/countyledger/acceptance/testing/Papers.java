package org.countyledger.acceptance.testing;

import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Papers that stay where they are: the ledger sees commitments, which nobody can tell from random. */
public final class Papers {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Papers() {}

    /** Group to commitment. */
    public static Map<String, String> of(String... groups) {
        return Stream.of(groups).collect(Collectors.toMap(group -> group, group -> one()));
    }

    private static String one() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Key.sha256(bytes);
    }
}
