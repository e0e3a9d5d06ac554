package org.countyledger.risk.forest;

import java.nio.ByteBuffer;

/** Reads the nodes of a canonical form and refuses every node that a writer would not have written. */
final class FlatTreesReader {
    private static final int MAX_DEPTH = 64;
    private static final int SMALLEST_NODE = 6;

    private final ByteBuffer in;
    private final Family family;
    private final int features;
    private int next;

    FlatTreesReader(ByteBuffer in, Family family, int features) {
        this.in = in;
        this.family = family;
        this.features = features;
    }

    FlatTrees read() {
        int roots = in.getInt();
        int nodes = in.getInt();
        NotCanonicalException.unless(features > 0 && features < FlatCodec.LEAF_MARK, "the number of features is wrong");
        NotCanonicalException.unless(roots > 0 && (family == Family.FOREST || roots % 2 == 0), "trees are missing");
        NotCanonicalException.unless(
                nodes >= roots && nodes <= in.remaining() / SMALLEST_NODE, "the number of nodes is wrong");
        FlatTrees trees = new FlatTrees(roots, nodes);
        for (int tree = 0; tree < roots; tree++) {
            trees.root[tree] = next;
            node(trees, 0);
        }
        NotCanonicalException.unless(next == nodes, "the number of nodes is wrong");
        trees.addUp();
        NotCanonicalException.unless(sameCover(trees), "trees have seen different numbers of rows");
        return trees;
    }

    private void node(FlatTrees trees, int depth) {
        int place = next++;
        NotCanonicalException.unless(place < trees.feature.length, "the number of nodes is wrong");
        NotCanonicalException.unless(depth <= MAX_DEPTH, "a tree is too deep");
        int feature = Short.toUnsignedInt(in.getShort());
        if (feature == FlatCodec.LEAF_MARK) {
            trees.feature[place] = FlatForest.LEAF;
            trees.leaf[place] = value(Double.longBitsToDouble(in.getLong()));
            trees.cover[place] = cover(in.getInt());
        } else {
            NotCanonicalException.unless(feature < features, "a split names a feature that is not there");
            trees.feature[place] = feature;
            trees.threshold[place] = in.getInt();
            node(trees, depth + 1);
            trees.right[place] = next;
            node(trees, depth + 1);
        }
    }

    private double value(double value) {
        NotCanonicalException.unless(Double.isFinite(value), "a leaf is not a number");
        NotCanonicalException.unless(value != 0 || 1 / value > 0, "a leaf is minus zero");
        switch (family) {
            case FOREST ->
                NotCanonicalException.unless(value >= 0 && value <= 1, "a leaf of a forest is not a probability");
            case BOOSTED ->
                NotCanonicalException.unless((double) (float) value == value, "a boosted leaf is finer than binary32");
        }
        return value;
    }

    private static int cover(int cover) {
        NotCanonicalException.unless(cover > 0, "no row ever reached a leaf");
        return cover;
    }

    private static boolean sameCover(FlatTrees trees) {
        int rows = trees.cover[trees.root[0]];
        for (int root : trees.root) {
            if (trees.cover[root] != rows) {
                return false;
            }
        }
        return true;
    }
}
