package org.countyledger.risk.calibration;

import org.countyledger.domain.risk.Band;

/**
 * What the bands are chosen by, in the unit of one visit made early.
 *
 * @param missedPermille a record that turns bad and that nobody went to
 * @param callPermille a call
 * @param callHelpsPermille share of such records that a call saves
 * @param visitHelpsPermille share that a visit saves
 */
public record Costs(int missedPermille, int callPermille, int callHelpsPermille, int visitHelpsPermille) {
    private static final int ALL = 1000;

    /** A missed record weighs four visits; a call costs a fifth of a visit and saves three in ten, a visit seven. */
    public static final Costs STATED = new Costs(4000, 200, 300, 700);

    public Costs {
        if (missedPermille <= 0 || callPermille < 0 || callPermille > ALL) {
            throw new IllegalArgumentException("costs are positive, and a call costs less than a visit");
        }
        if (callHelpsPermille > visitHelpsPermille || visitHelpsPermille > ALL || callHelpsPermille < 0) {
            throw new IllegalArgumentException("a visit helps at least as much as a call");
        }
    }

    /** Cost of treating one record of this outcome by this band, in millionths of a visit. */
    long of(Band band, boolean bad) {
        long missed = bad ? missedPermille : 0;
        return switch (band) {
            case LOW -> missed * ALL;
            case ELEVATED -> (long) callPermille * ALL + missed * (ALL - callHelpsPermille);
            case HIGH -> (long) ALL * ALL + missed * (ALL - visitHelpsPermille);
        };
    }
}
