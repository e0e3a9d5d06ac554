package org.countyledger.risk.calibration;

/**
 * Platt's line from a model's log odds to calibrated ones, p = 1 / (1 + e^-(slope·m + shift)). Its two numbers are kept
 * in billionths, the score is rounded to millionths; the exponential is {@link StrictMath}'s, which is the same bit for
 * bit on every machine. So is the score.
 */
public record Calibrator(long slopeBillionths, long shiftBillionths) {
    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;
    private static final long LARGEST = 1_000_000_000_000L;

    /** No calibration. */
    public static final Calibrator NONE = new Calibrator(1_000_000_000L, 0);

    public Calibrator {
        if (slopeBillionths <= 0 || slopeBillionths > LARGEST || Math.abs(shiftBillionths) > LARGEST) {
            throw new IllegalArgumentException("a calibrator keeps the order of scores");
        }
    }

    static Calibrator of(double slope, double shift) {
        return new Calibrator(Math.round(slope * BILLION), Math.round(shift * BILLION));
    }

    /** The score in millionths, 0 to 1,000,000. */
    public int millionths(double margin) {
        return (int) StrictMath.rint(probability(margin) * MILLION);
    }

    public double probability(double margin) {
        double line = margin * (slopeBillionths / BILLION) + shiftBillionths / BILLION;
        return 1 / (1 + StrictMath.exp(-line));
    }
}
