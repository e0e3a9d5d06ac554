package org.countyledger.risk.training;

import java.util.Arrays;

/** Rows drawn with replacement: the distinct ones, and how often each was drawn. */
final class Bag {
    private final int[] rows;
    private final int[] times;

    private Bag(int[] rows, int[] times) {
        this.rows = rows;
        this.times = times;
    }

    int[] rows() {
        return rows;
    }

    int[] times() {
        return times;
    }

    static Bag of(int[] drawn, int all) {
        int[] times = new int[all];
        for (int row : drawn) {
            times[row]++;
        }
        int[] rows = new int[all];
        int distinct = 0;
        for (int row = 0; row < all; row++) {
            if (times[row] > 0) {
                rows[distinct++] = row;
            }
        }
        return new Bag(Arrays.copyOf(rows, distinct), times);
    }
}
