package org.countyledger.network.embedded;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.countyledger.network.process.Port;

/** Ports that nobody uses at the moment. */
public final class FreePorts {
    private static final int COUNT = 29;
    private static final int TRIES = 50;

    private FreePorts() {}

    /** The first of as many consecutive ones as a county needs. */
    public static int base() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 30_000))
                .limit(TRIES)
                .filter(FreePorts::areFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean areFree(int base) {
        return IntStream.range(base, base + COUNT).noneMatch(number -> new Port("127.0.0.1", number, "test").isTaken());
    }
}
