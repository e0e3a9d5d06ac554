package org.countyledger.risk.training;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Our rows as Tribuo wants them: dense, with names whose order is the order of the columns. */
public final class TribuoRows {
    static final String YES = "yes";
    static final String NO = "no";
    private static final OffsetDateTime NO_TIME = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private TribuoRows() {}

    static MutableDataset<Label> dataset(TrainingTable table) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("rows", NO_TIME, labels), labels);
        String[] names = names(table.columns());
        for (int i = 0; i < table.size(); i++) {
            dataset.add(example(names, table.rows()[i], table.yes()[i] ? YES : NO));
        }
        return dataset;
    }

    static Example<Label> example(int[] row) {
        return example(names(row.length), row, NO);
    }

    private static Example<Label> example(String[] names, int[] row, String label) {
        double[] values = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            values[i] = row[i];
        }
        return new ArrayExample<>(new Label(label), names, values);
    }

    private static String[] names(int columns) {
        String[] names = new String[columns];
        for (int i = 0; i < columns; i++) {
            names[i] = "f%04d".formatted(i);
        }
        return names;
    }
}
