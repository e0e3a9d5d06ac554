package org.countyledger.risk.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.AbstractTrainingNode;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;

/**
 * A node of {@link CodeTreeTrainer}: a range of its tree's rows. Every sum and comparison is made as Tribuo makes it and
 * in its order, so ties fall the same way.
 */
final class CodeTreeNode extends AbstractTrainingNode<Label> {
    private static final long serialVersionUID = 1L;

    private final transient CodeTree tree;
    private final transient CodeTree.Range range;

    private CodeTreeNode(CodeTree tree, CodeTree.Range range, int depth) {
        super(depth, range.to() - range.from(), tree.leaves());
        this.tree = tree;
        this.range = range;
        this.impurityScore = Gini.of(range.first(), range.second());
    }

    static CodeTreeNode root(Columns columns, Bag bag, LeafDeterminer leaves) {
        CodeTree tree = new CodeTree(columns, bag, leaves);
        return new CodeTreeNode(tree, tree.all(), 0);
    }

    @Override
    public float getWeightSum() {
        return (float) range.first() + range.second();
    }

    @Override
    public double getImpurity() {
        return impurityScore;
    }

    @Override
    public List<AbstractTrainingNode<Label>> buildTree(int[] features, SplittableRandom random, boolean randomSplits) {
        CodeTree.Best best = tree.best(range, features);
        double decrease = getWeightSum() * (getImpurity() - best.score());
        if (best.feature() < 0 || decrease < leafDeterminer.getScaledMinImpurityDecrease()) {
            return List.of();
        }
        split = true;
        splitID = best.feature();
        splitValue = best.value();
        CodeTree.Range less = tree.cut(range, best);
        CodeTree.Range more =
                new CodeTree.Range(less.to(), range.to(), range.first() - less.first(), range.second() - less.second());
        List<AbstractTrainingNode<Label>> open = new ArrayList<>(2);
        lessThanOrEqual = child(less, open);
        greaterThan = child(more, open);
        return open;
    }

    private Node<Label> child(CodeTree.Range part, List<AbstractTrainingNode<Label>> open) {
        CodeTreeNode node = new CodeTreeNode(tree, part, depth + 1);
        if (shouldMakeLeaf(node.getImpurity(), node.getWeightSum())) {
            return node.leaf();
        }
        open.add(node);
        return node;
    }

    @Override
    public Node<Label> convertTree() {
        return split ? createSplitNode() : leaf();
    }

    private LeafNode<Label> leaf() {
        double sum = (double) range.first() + range.second();
        Label first = new Label(tree.name(0), range.first() / sum);
        Label second = new Label(tree.name(1), range.second() / sum);
        Map<String, Label> scores = new LinkedHashMap<>();
        scores.put(first.getLabel(), first);
        scores.put(second.getLabel(), second);
        return new LeafNode<>(impurityScore, second.getScore() > first.getScore() ? second : first, scores, true);
    }
}
