package org.countyledger.risk.training;

import java.util.List;
import org.countyledger.risk.forest.Family;
import org.countyledger.risk.forest.FlatForest;
import org.countyledger.risk.forest.TreeNode;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.EnsembleModel;

/** Lays Tribuo's trees flat. Features are numbered as our columns are, because their names sort so. */
final class TribuoForests {
    private TribuoForests() {}

    static FlatForest flat(EnsembleModel<Label> forest, int[][] rows) {
        List<TreeNode> roots =
                forest.getModels().stream().map(TribuoForests::root).toList();
        return FlatForest.of(Family.FOREST, rows, roots);
    }

    private static TreeNode root(Model<Label> model) {
        if (!(model instanceof TreeModel<Label> tree)) {
            throw new IllegalArgumentException("not a tree: " + model.getName());
        }
        return node(tree.getRoot());
    }

    private static TreeNode node(Node<Label> node) {
        if (node instanceof SplitNode<Label> split) {
            return new TreeNode.Split(
                    split.getFeatureID(),
                    (int) Math.floor(split.splitValue()),
                    node(split.getLessThanOrEqual()),
                    node(split.getGreaterThan()));
        }
        if (node instanceof LeafNode<Label> leaf) {
            Label yes = leaf.getDistribution().get(TribuoRows.YES);
            return new TreeNode.Leaf(yes == null ? 0 : yes.getScore());
        }
        throw new IllegalArgumentException("neither split nor leaf: " + node.getClass());
    }
}
