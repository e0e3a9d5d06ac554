package org.countyledger.risk.calibration;

import org.countyledger.domain.risk.Band;

/** From which score on, in millionths, a record is in a band. */
public record Bands(int elevatedFrom, int highFrom) {
    private static final int MILLION = 1_000_000;

    public Bands {
        if (elevatedFrom < 0 || highFrom < elevatedFrom || highFrom > MILLION + 1) {
            throw new IllegalArgumentException("bands do not overlap");
        }
    }

    public Band of(int millionths) {
        if (millionths >= highFrom) {
            return Band.HIGH;
        }
        return millionths >= elevatedFrom ? Band.ELEVATED : Band.LOW;
    }
}
