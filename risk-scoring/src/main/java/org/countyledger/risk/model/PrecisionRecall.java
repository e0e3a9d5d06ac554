package org.countyledger.risk.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The precision-recall curve, thinned to what a plot can show. */
final class PrecisionRecall {
    private static final int POINTS = 100;

    private PrecisionRecall() {}

    static List<Evaluation.Point> points(double[] probability, boolean[] yes) {
        int[] order = IntStream.range(0, yes.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -probability[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double all = IntStream.range(0, yes.length).filter(i -> yes[i]).count();
        List<Evaluation.Point> points = new ArrayList<>();
        int found = 0;
        double next = 0;
        for (int i = 0; i < order.length; i++) {
            found += yes[order[i]] ? 1 : 0;
            boolean tied = i + 1 < order.length && probability[order[i + 1]] == probability[order[i]];
            if (!tied && found / all >= next) {
                points.add(new Evaluation.Point(
                        Evaluator.millionths(found / all), Evaluator.millionths(found / (i + 1.0))));
                next = found / all + 1.0 / POINTS;
            }
        }
        return points;
    }
}
