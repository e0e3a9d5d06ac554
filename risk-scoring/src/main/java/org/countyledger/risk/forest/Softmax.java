package org.countyledger.risk.forest;

/**
 * The softmax of two margins as XGBoost computes it, in binary32. Its exponential is the usual one of C libraries (a table
 * of 32 powers and a cubic, in binary64), which is not always the nearest binary32; here it is the same on every machine.
 */
final class Softmax {
    private static final int STEPS = 32;
    private static final double STEPS_PER_UNIT = 0x1.71547652b82fep+0 * STEPS;
    private static final double CUBIC = 0x1.c6af84b912394p-5 / STEPS / STEPS / STEPS;
    private static final double SQUARE = 0x1.ebfce50fac4f3p-3 / STEPS / STEPS;
    private static final double LINEAR = 0x1.62e42ff0c52d6p-1 / STEPS;
    private static final float NOTHING_BELOW = -87f;
    private static final double[] POWERS = powers();

    private Softmax() {}

    private static double[] powers() {
        double[] powers = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            powers[i] = StrictMath.pow(2, i / (double) STEPS);
        }
        return powers;
    }

    /** The share of the second. */
    static float second(float first, float second) {
        float most = Math.max(first, second);
        float a = exp(first - most);
        float b = exp(second - most);
        return b / (float) ((double) a + b);
    }

    /** e to a number that is not positive. */
    static float exp(float x) {
        if (x < NOTHING_BELOW) {
            return (float) StrictMath.exp(x);
        }
        double scaled = STEPS_PER_UNIT * x;
        double whole = StrictMath.rint(scaled);
        double rest = scaled - whole;
        int step = (int) whole;
        double power = Math.scalb(POWERS[Math.floorMod(step, STEPS)], Math.floorDiv(step, STEPS));
        double high = CUBIC * rest + SQUARE;
        double low = LINEAR * rest + 1;
        return (float) ((high * (rest * rest) + low) * power);
    }
}
