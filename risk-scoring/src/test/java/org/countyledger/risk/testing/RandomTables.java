package org.countyledger.risk.testing;

import java.util.SplittableRandom;
import org.countyledger.risk.training.TrainingTable;

/** Small seeded tables whose outcome depends on some columns and on chance. */
public final class RandomTables {
    private RandomTables() {}

    public static TrainingTable of(long seed, int rows, int columns) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] values = new int[rows][columns];
        boolean[] yes = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            for (int column = 0; column < columns; column++) {
                values[i][column] = random.nextInt(2 + 5 * column);
            }
            double lean = values[i][0] - 0.1 * values[i][columns - 1] + random.nextDouble(-1.5, 1.5);
            yes[i] = lean > 0;
        }
        return new TrainingTable(values, yes);
    }
}
