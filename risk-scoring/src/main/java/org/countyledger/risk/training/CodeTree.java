package org.countyledger.risk.training;

import java.util.Arrays;
import org.tribuo.common.tree.AbstractTrainingNode.LeafDeterminer;

/** The rows of one tree while it grows: every node owns a range of them. */
final class CodeTree {
    /** Rows from (inclusive) to (exclusive), and how often the first and the second label stands in them. */
    record Range(int from, int to, int first, int second) {}

    /** The best split of a node; the feature is -1 when there is none. */
    record Best(int feature, double value, double score) {}

    private final Columns columns;
    private final LeafDeterminer leaves;
    private final int[] times;
    private final int[] rows;
    private final int[] right;
    private final int[] firsts;
    private final int[] seconds;

    CodeTree(Columns columns, Bag bag, LeafDeterminer leaves) {
        this.columns = columns;
        this.leaves = leaves;
        this.times = bag.times();
        this.rows = bag.rows();
        this.right = new int[rows.length];
        int widest = Arrays.stream(columns.width).max().orElse(1);
        this.firsts = new int[widest];
        this.seconds = new int[widest];
    }

    LeafDeterminer leaves() {
        return leaves;
    }

    String name(int label) {
        return columns.names[label];
    }

    Range all() {
        return counted(0, rows.length);
    }

    private Range counted(int from, int to) {
        int all = 0;
        int second = 0;
        for (int i = from; i < to; i++) {
            all += times[rows[i]];
            second += columns.label[rows[i]] * times[rows[i]];
        }
        return new Range(from, to, all - second, second);
    }

    Best best(Range range, int[] features) {
        Best best = new Best(-1, 0, Gini.of(range.first(), range.second()));
        for (int feature : features) {
            count(range, feature);
            best = best(range, feature, best);
        }
        return best;
    }

    private void count(Range range, int feature) {
        int width = columns.width[feature];
        Arrays.fill(firsts, 0, width, 0);
        Arrays.fill(seconds, 0, width, 0);
        short[] value = columns.value[feature];
        for (int i = range.from(); i < range.to(); i++) {
            int row = rows[i];
            if (columns.label[row] == 0) {
                firsts[value[row]] += times[row];
            } else {
                seconds[value[row]] += times[row];
            }
        }
    }

    /** A split lies between two codes that occur; the earlier of equals stays. */
    private Best best(Range range, int feature, Best before) {
        Best best = before;
        double weight = range.first() + range.second();
        int lower = -1;
        int first = 0;
        int second = 0;
        for (int code = 0; code < columns.width[feature]; code++) {
            if (firsts[code] + seconds[code] == 0) {
                continue;
            }
            if (lower >= 0) {
                double score =
                        (Gini.weighted(first, second) + Gini.weighted(range.first() - first, range.second() - second))
                                / weight;
                if (score < best.score()) {
                    best = new Best(feature, (lower + code) / 2.0, score);
                }
            }
            first += firsts[code];
            second += seconds[code];
            lower = code;
        }
        return best;
    }

    /** Moves the rows that go left to the front of the range and answers them. */
    Range cut(Range range, Best best) {
        short[] value = columns.value[best.feature()];
        int left = range.from();
        int moved = 0;
        for (int i = range.from(); i < range.to(); i++) {
            int row = rows[i];
            if (value[row] <= best.value()) {
                rows[left++] = row;
            } else {
                right[moved++] = row;
            }
        }
        System.arraycopy(right, 0, rows, left, moved);
        return counted(range.from(), left);
    }
}
