package org.countyledger.risk.explain;

import org.countyledger.risk.forest.Family;
import org.countyledger.risk.forest.FlatForest;
import org.countyledger.risk.forest.FlatTrees;

/**
 * Exact Shapley values of one row, by the path-dependent algorithm of Lundberg, Erion and Lee (2018): what is not known
 * goes down both branches, weighted by how many training rows did.
 */
public final class TreeShap {
    private final FlatForest forest;
    private final FlatTrees trees;
    private final int depth;
    private final double expected;

    public TreeShap(FlatForest forest) {
        this.forest = forest;
        this.trees = forest.trees();
        this.depth = trees.depth();
        this.expected = expectation();
    }

    /** What the model answers when it knows nothing of the record. */
    public double expected() {
        return expected;
    }

    /** One value a feature; with {@link #expected()} they add up to {@link FlatForest#explained}. */
    public double[] values(int[] row) {
        Walk walk = new Walk(row);
        for (int tree = 0; tree < forest.treeCount(); tree++) {
            walk.through(tree);
        }
        return walk.values;
    }

    private double weight(int tree) {
        if (forest.family() == Family.FOREST) {
            return 1.0 / forest.treeCount();
        }
        return tree % 2 == 0 ? -1 : 1;
    }

    private double expectation() {
        double sum = 0;
        for (int tree = 0; tree < forest.treeCount(); tree++) {
            sum += weight(tree) * mean(trees.root(tree));
        }
        return sum;
    }

    private double mean(int node) {
        if (trees.isLeaf(node)) {
            return trees.leaf(node);
        }
        int left = trees.left(node);
        int right = trees.right(node);
        return (trees.cover(left) * mean(left) + trees.cover(right) * mean(right)) / trees.cover(node);
    }

    /** One row's way through all trees. */
    private final class Walk {
        private final int[] row;
        private final double[] values = new double[forest.features()];
        private final Path[] paths = new Path[depth + 1];
        private double weight;

        Walk(int[] row) {
            this.row = row;
            for (int level = 0; level <= depth; level++) {
                paths[level] = new Path(depth + 1);
            }
        }

        void through(int tree) {
            weight = weight(tree);
            paths[0].clear();
            descend(trees.root(tree), 0, new Step(-1, 1, 1));
        }

        private void descend(int node, int level, Step step) {
            Path path = paths[level];
            path.extend(step);
            if (trees.isLeaf(node)) {
                pay(path, trees.leaf(node));
                return;
            }
            int feature = trees.feature(node);
            double zero = 1;
            double one = 1;
            int before = path.find(feature);
            if (before >= 0) {
                zero = path.zero(before);
                one = path.one(before);
                path.unwind(before);
            }
            int hot = trees.next(node, row);
            int cold = hot == trees.left(node) ? trees.right(node) : trees.left(node);
            double cover = trees.cover(node);
            paths[level + 1].copy(path);
            descend(hot, level + 1, new Step(feature, zero * trees.cover(hot) / cover, one));
            paths[level + 1].copy(path);
            descend(cold, level + 1, new Step(feature, zero * trees.cover(cold) / cover, 0));
        }

        private void pay(Path path, double leaf) {
            for (int i = 1; i < path.length(); i++) {
                values[path.feature(i)] += weight * path.unwound(i) * (path.one(i) - path.zero(i)) * leaf;
            }
        }
    }
}
