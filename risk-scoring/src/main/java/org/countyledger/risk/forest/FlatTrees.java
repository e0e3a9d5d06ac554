package org.countyledger.risk.forest;

/** The arrays. A node is a leaf when its feature is {@link FlatForest#LEAF}; its left child is the next node. */
public final class FlatTrees {
    final int[] root;
    final int[] feature;
    final int[] threshold;
    final int[] right;
    final double[] leaf;
    final int[] cover;

    FlatTrees(int trees, int nodes) {
        root = new int[trees];
        feature = new int[nodes];
        threshold = new int[nodes];
        right = new int[nodes];
        leaf = new double[nodes];
        cover = new int[nodes];
    }

    public int root(int tree) {
        return root[tree];
    }

    public boolean isLeaf(int node) {
        return feature[node] == FlatForest.LEAF;
    }

    public int feature(int node) {
        return feature[node];
    }

    public int threshold(int node) {
        return threshold[node];
    }

    public int left(int node) {
        return node + 1;
    }

    public int right(int node) {
        return right[node];
    }

    public double leaf(int node) {
        return leaf[node];
    }

    /** How many of the training rows reach the node. */
    public int cover(int node) {
        return cover[node];
    }

    /** The child of {@code node} that {@code row} goes to. */
    public int next(int node, int[] row) {
        return row[feature[node]] <= threshold[node] ? node + 1 : right[node];
    }

    /** The leaf that {@code row} ends in. */
    int reached(int start, int[] row) {
        int node = start;
        while (feature[node] >= 0) {
            node = row[feature[node]] <= threshold[node] ? node + 1 : right[node];
        }
        return node;
    }

    /** Length of the longest way from a root to a leaf, in steps. */
    public int depth() {
        int deepest = 0;
        for (int start : root) {
            deepest = Math.max(deepest, depth(start));
        }
        return deepest;
    }

    /** Length of the longest way down from a node. */
    int depth(int node) {
        return isLeaf(node) ? 0 : 1 + Math.max(depth(node + 1), depth(right[node]));
    }

    void count(int[][] rows) {
        for (int start : root) {
            for (int[] row : rows) {
                cover[reached(start, row)]++;
            }
        }
        addUp();
    }

    /** Children stand behind their parents, so one pass from the back is enough. */
    void addUp() {
        for (int node = feature.length - 1; node >= 0; node--) {
            if (!isLeaf(node)) {
                cover[node] = Math.addExact(cover[node + 1], cover[right[node]]);
            }
        }
    }
}
