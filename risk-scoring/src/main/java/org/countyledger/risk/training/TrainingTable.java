package org.countyledger.risk.training;

import java.util.List;
import org.countyledger.risk.features.FittedEncoder;
import org.countyledger.risk.features.LabelledRecord;

/** Encoded records and what became of them. */
public final class TrainingTable {
    private final int[][] rows;
    private final boolean[] yes;

    public TrainingTable(int[][] rows, boolean[] yes) {
        if (rows.length == 0 || rows.length != yes.length) {
            throw new IllegalArgumentException("a table has rows, each with its outcome");
        }
        this.rows = rows;
        this.yes = yes;
    }

    public int[][] rows() {
        return rows;
    }

    public boolean[] yes() {
        return yes;
    }

    public static TrainingTable of(FittedEncoder encoder, List<LabelledRecord> records) {
        int[][] rows = new int[records.size()][];
        boolean[] yes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = encoder.encode(records.get(i).fields());
            yes[i] = records.get(i).yes();
        }
        return new TrainingTable(rows, yes);
    }

    public int columns() {
        return rows[0].length;
    }

    public int size() {
        return rows.length;
    }
}
