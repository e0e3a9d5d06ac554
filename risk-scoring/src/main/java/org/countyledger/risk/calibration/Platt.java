package org.countyledger.risk.calibration;

import java.util.Arrays;
import org.countyledger.risk.RiskException;

/**
 * Platt's scaling by Newton's method, with his two softened targets (Platt 1999; Lin, Lin and Weng 2007). Outcomes may
 * weigh less the longer they are ago.
 */
public final class Platt {
    private static final int MOST_STEPS = 100;
    private static final double RIDGE = 1e-9;
    private static final double DONE = 1e-10;
    private static final double SMALLEST_SLOPE = 1e-9;

    private final double[] margins;
    private final boolean[] yes;
    private final double[] weights;
    private final double high;
    private final double low;
    private double slope = 1;
    private double shift;

    private Platt(double[] margins, boolean[] yes, double[] weights) {
        this.margins = margins;
        this.yes = yes;
        this.weights = weights;
        double positives = 0;
        double all = 0;
        for (int i = 0; i < yes.length; i++) {
            positives += yes[i] ? weights[i] : 0;
            all += weights[i];
        }
        this.high = (positives + 1) / (positives + 2);
        this.low = 1 / (all - positives + 2);
    }

    /** Fits on margins that the model gave to records it was not trained on, all of the same weight. */
    public static Calibrator fit(double[] margins, boolean[] yes) {
        double[] same = new double[margins.length];
        Arrays.fill(same, 1);
        return fit(margins, yes, same);
    }

    /**
     * As {@link #fit(double[], boolean[])}, where some records count for less.
     *
     * @param weights from 0 to 1, one for each record
     */
    public static Calibrator fit(double[] margins, boolean[] yes, double[] weights) {
        if (margins.length == 0 || margins.length != yes.length || margins.length != weights.length) {
            throw new IllegalArgumentException("calibration needs margins, each with its outcome and weight");
        }
        Platt platt = new Platt(margins, yes, weights);
        platt.search();
        if (platt.slope < SMALLEST_SLOPE) {
            throw new RiskException(
                    "The model does not order records that it has not seen: there is nothing to learn here");
        }
        return Calibrator.of(platt.slope, platt.shift);
    }

    private void search() {
        double loss = loss(slope, shift);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] way = newton();
            double length = 1;
            double better = loss(slope + way[0], shift + way[1]);
            while (better > loss && length > DONE) {
                length /= 2;
                better = loss(slope + length * way[0], shift + length * way[1]);
            }
            slope += length * way[0];
            shift += length * way[1];
            if (loss - better < DONE) {
                return;
            }
            loss = better;
        }
    }

    private double[] newton() {
        double g1 = 0;
        double g2 = 0;
        double h11 = RIDGE;
        double h22 = RIDGE;
        double h12 = 0;
        for (int i = 0; i < margins.length; i++) {
            double p = 1 / (1 + StrictMath.exp(-(slope * margins[i] + shift)));
            double off = weights[i] * (p - target(i));
            double curve = weights[i] * p * (1 - p);
            g1 += off * margins[i];
            g2 += off;
            h11 += curve * margins[i] * margins[i];
            h12 += curve * margins[i];
            h22 += curve;
        }
        double determinant = h11 * h22 - h12 * h12;
        return new double[] {(h12 * g2 - h22 * g1) / determinant, (h12 * g1 - h11 * g2) / determinant};
    }

    private double loss(double a, double b) {
        double loss = 0;
        for (int i = 0; i < margins.length; i++) {
            double line = a * margins[i] + b;
            loss += weights[i]
                    * (StrictMath.log1p(StrictMath.exp(-Math.abs(line))) + Math.max(line, 0) - target(i) * line);
        }
        return loss;
    }

    private double target(int i) {
        return yes[i] ? high : low;
    }
}
