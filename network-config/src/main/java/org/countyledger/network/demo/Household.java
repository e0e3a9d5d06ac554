package org.countyledger.network.demo;

import java.util.Random;

/**
 * An invented household. What it declares stays with the resident; the ledger sees its size band and a commitment.
 *
 * @param incomeFen of a month
 */
record Household(int persons, long incomeFen) {
    private static final int LARGEST = 6;
    private static final int RICHEST_FEN = 300_000;
    private static final int BAND_LIMIT = 5;

    static Household next(Random chance) {
        return new Household(1 + chance.nextInt(LARGEST), chance.nextInt(RICHEST_FEN));
    }

    /** Size as it may stand in clear. */
    String band() {
        return persons >= BAND_LIMIT ? BAND_LIMIT + "+" : Integer.toString(persons);
    }
}
