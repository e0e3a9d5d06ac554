package org.countyledger.risk.training;

import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;

/** A whole data set turned on its side once, for all trees of a forest: small integers by column. */
final class Columns {
    final short[][] value;
    final int[] width;
    final byte[] label;
    final String[] names;

    Columns(Dataset<Label> dataset) {
        ImmutableFeatureMap features = dataset.getFeatureIDMap();
        ImmutableOutputInfo<Label> labels = dataset.getOutputIDInfo();
        value = new short[features.size()][dataset.size()];
        width = new int[features.size()];
        label = new byte[dataset.size()];
        names = new String[] {
            labels.getOutput(0).getLabel(), labels.getOutput(1).getLabel()
        };
        for (int row = 0; row < dataset.size(); row++) {
            Example<Label> example = dataset.getExample(row);
            label[row] = (byte) labels.getID(example.getOutput());
            for (Feature feature : example) {
                put(features.getID(feature.getName()), row, feature.getValue());
            }
        }
    }

    private void put(int column, int row, double number) {
        short small = (short) number;
        if (small != number || small < 0) {
            throw new IllegalArgumentException("a code is an integer from 0 to 32767");
        }
        value[column][row] = small;
        width[column] = Math.max(width[column], small + 1);
    }
}
