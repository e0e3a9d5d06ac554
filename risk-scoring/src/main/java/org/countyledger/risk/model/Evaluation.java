package org.countyledger.risk.model;

import java.util.List;

/**
 * What a model was worth on records opened after those it learned from. Measures are in millionths.
 *
 * @param before measures before calibration
 * @param after measures after it
 */
public record Evaluation(Measures before, Measures after, List<Slice> slices, Curves curves) {
    /** Measures of one set of records; -1 where one cannot be given. */
    public record Measures(int records, int yes, int auc, int averagePrecision, int brier, int calibrationError) {}

    /** Measures of the records of which {@code feature} has {@code value}. */
    public record Slice(String feature, String value, Measures measures) {}

    /** What the plots of the card are drawn from. */
    public record Curves(List<Bin> calibration, List<Point> precisionRecall) {}

    /** Records whose score lies in one tenth: what was said on average, what came. */
    public record Bin(int records, int said, int came) {}

    public record Point(int recall, int precision) {}

    public Evaluation {
        slices = List.copyOf(slices);
    }
}
