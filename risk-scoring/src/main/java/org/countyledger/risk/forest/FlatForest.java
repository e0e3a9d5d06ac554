package org.countyledger.risk.forest;

import java.util.Arrays;
import java.util.List;
import org.countyledger.domain.record.Digests;

/**
 * Trees of either family in parallel arrays, in pre-order: the left child of a node is the next node. Rows are integers,
 * so thresholds are; sums run in the order of the trees in IEEE arithmetic, and the only transcendental functions are
 * {@link StrictMath}'s. So one row has one answer on every machine.
 */
public final class FlatForest {
    static final int LEAF = -1;
    private static final float BOOSTING_BASE = 0.5f;
    private static final double CLOSEST = 1e-6;

    private final Family family;
    private final int features;
    private final FlatTrees trees;
    private final Walker walker;

    FlatForest(Family family, int features, FlatTrees trees) {
        this.family = family;
        this.features = features;
        this.trees = trees;
        this.walker = new Walker(trees);
    }

    /** Lays trees flat. A node's cover is the number of {@code rows} that reach it. */
    public static FlatForest of(Family family, int[][] rows, List<TreeNode> roots) {
        FlatTreesBuilder builder = new FlatTreesBuilder();
        roots.forEach(builder::add);
        FlatForest forest = new FlatForest(family, rows[0].length, builder.build());
        forest.trees.count(rows);
        return FlatCodec.read(FlatCodec.write(forest));
    }

    public Family family() {
        return family;
    }

    public int features() {
        return features;
    }

    public int treeCount() {
        return trees.root.length;
    }

    public int nodeCount() {
        return trees.feature.length;
    }

    public FlatTrees trees() {
        return trees;
    }

    /** SHA-256 of the canonical form: the model's name. */
    public String digest() {
        return Digests.sha256Hex(FlatCodec.write(this));
    }

    /** What the learner itself answers: the probability of "yes". */
    public double probability(int[] row) {
        return switch (family) {
            case FOREST -> mean(row);
            case BOOSTED -> {
                int[] leaves = walker.leaves(row);
                yield Softmax.second(sum(leaves, 0), sum(leaves, 1));
            }
        };
    }

    /** The model's answer on the scale of log odds. */
    public double margin(int[] row) {
        return switch (family) {
            case FOREST -> logOdds(mean(row));
            case BOOSTED -> {
                int[] leaves = walker.leaves(row);
                yield (double) sum(leaves, 1) - sum(leaves, 0);
            }
        };
    }

    /** The scale on which contributions add up: probability of a forest, log odds of boosted trees. */
    public double explained(int[] row) {
        return family == Family.FOREST ? mean(row) : margin(row);
    }

    private double mean(int[] row) {
        double sum = 0;
        for (int leaf : walker.leaves(row)) {
            sum += trees.leaf[leaf];
        }
        return sum / trees.root.length;
    }

    private float sum(int[] leaves, int group) {
        float sum = BOOSTING_BASE;
        for (int tree = group; tree < leaves.length; tree += 2) {
            sum += (float) trees.leaf[leaves[tree]];
        }
        return sum;
    }

    private static double logOdds(double probability) {
        double inside = Math.clamp(probability, CLOSEST, 1 - CLOSEST);
        return StrictMath.log(inside / (1 - inside));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlatForest that && Arrays.equals(FlatCodec.write(this), FlatCodec.write(that));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(trees.threshold);
    }
}
