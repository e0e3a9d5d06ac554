package org.countyledger.risk.forest;

/**
 * The way of one row through all trees, laid out for speed: what a step needs stands in four neighbouring integers
 * (feature, threshold, left, right), a leaf leads to itself, and eight trees are walked side by side, so that no step waits
 * for a guess or for the memory of another tree. Only which leaf is reached is found here; sums are made elsewhere, in the
 * order of the trees.
 */
final class Walker {
    private static final int WIDTH = 4;
    private static final int SIDE_BY_SIDE = 8;
    private static final int CHILDREN = 2;

    private final int[] nodes;
    private final int[] roots;
    private final int[] steps;

    Walker(FlatTrees trees) {
        nodes = new int[trees.feature.length * WIDTH];
        roots = new int[trees.root.length];
        steps = new int[trees.root.length];
        for (int node = 0; node < trees.feature.length; node++) {
            boolean leaf = trees.isLeaf(node);
            nodes[node * WIDTH] = leaf ? 0 : trees.feature[node];
            nodes[node * WIDTH + 1] = trees.threshold[node];
            nodes[node * WIDTH + CHILDREN] = (leaf ? node : node + 1) * WIDTH;
            nodes[node * WIDTH + CHILDREN + 1] = (leaf ? node : trees.right[node]) * WIDTH;
        }
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = trees.root[tree] * WIDTH;
            steps[tree] = trees.depth(trees.root[tree]);
        }
    }

    /** The leaf that the row reaches in every tree. */
    int[] leaves(int[] row) {
        int[] leaves = new int[roots.length];
        int tree = 0;
        for (; tree + SIDE_BY_SIDE <= roots.length; tree += SIDE_BY_SIDE) {
            eight(row, tree, leaves);
        }
        for (; tree < roots.length; tree++) {
            int node = roots[tree];
            for (int step = steps[tree]; step > 0; step--) {
                node = next(node, row);
            }
            leaves[tree] = node / WIDTH;
        }
        return leaves;
    }

    /** Locals and not an array: they stay in registers. */
    private void eight(int[] row, int tree, int[] leaves) {
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        int e = roots[tree + 4];
        int f = roots[tree + 5];
        int g = roots[tree + 6];
        int h = roots[tree + 7];
        for (int step = most(tree); step > 0; step--) {
            a = next(a, row);
            b = next(b, row);
            c = next(c, row);
            d = next(d, row);
            e = next(e, row);
            f = next(f, row);
            g = next(g, row);
            h = next(h, row);
        }
        leaves[tree] = a / WIDTH;
        leaves[tree + 1] = b / WIDTH;
        leaves[tree + 2] = c / WIDTH;
        leaves[tree + 3] = d / WIDTH;
        leaves[tree + 4] = e / WIDTH;
        leaves[tree + 5] = f / WIDTH;
        leaves[tree + 6] = g / WIDTH;
        leaves[tree + 7] = h / WIDTH;
    }

    private int most(int tree) {
        int most = 0;
        for (int i = tree; i < tree + SIDE_BY_SIDE; i++) {
            most = Math.max(most, steps[i]);
        }
        return most;
    }

    /** Left when the value is at most the threshold; the sign of their distance is 1 for right. */
    private int next(int node, int[] row) {
        long distance = (long) nodes[node + 1] - row[nodes[node]];
        return nodes[node + CHILDREN + (int) (distance >>> (Long.SIZE - 1))];
    }
}
