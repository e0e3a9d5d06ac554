package org.countyledger.domain.simulation;

import java.util.List;
import java.util.Random;

/** Seeded luck: one seed, one history. */
final class Chance {
    private static final int HUNDRED = 100;

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    boolean percent(int share) {
        return random.nextInt(HUNDRED) < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
