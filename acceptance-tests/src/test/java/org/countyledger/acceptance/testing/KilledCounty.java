package org.countyledger.acceptance.testing;

/** A county under the law's periods whose processes are killed while the tests of the others go on: {@code county up}. */
public final class KilledCounty extends SharedCounty {
    public KilledCounty() {
        super("killed", "up");
    }
}
