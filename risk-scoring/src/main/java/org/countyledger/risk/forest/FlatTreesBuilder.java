package org.countyledger.risk.forest;

import java.util.ArrayList;
import java.util.List;

/** Writes trees down in pre-order. */
final class FlatTreesBuilder {
    private record Row(int feature, int threshold, double leaf) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Integer> rights = new ArrayList<>();
    private final List<Integer> roots = new ArrayList<>();

    void add(TreeNode root) {
        roots.add(rows.size());
        append(root);
    }

    private void append(TreeNode node) {
        int place = rows.size();
        rights.add(0);
        switch (node) {
            case TreeNode.Leaf leaf -> rows.add(new Row(FlatForest.LEAF, 0, leaf.value() + 0.0));
            case TreeNode.Split split -> {
                rows.add(new Row(split.feature(), split.threshold(), 0));
                append(split.left());
                rights.set(place, rows.size());
                append(split.right());
            }
        }
    }

    FlatTrees build() {
        FlatTrees trees = new FlatTrees(roots.size(), rows.size());
        for (int i = 0; i < roots.size(); i++) {
            trees.root[i] = roots.get(i);
        }
        for (int i = 0; i < rows.size(); i++) {
            trees.feature[i] = rows.get(i).feature();
            trees.threshold[i] = rows.get(i).threshold();
            trees.leaf[i] = rows.get(i).leaf();
            trees.right[i] = rights.get(i);
        }
        return trees;
    }
}
