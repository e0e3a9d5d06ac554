package org.countyledger.risk.training;

import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.AbstractCARTTrainer;
import org.tribuo.common.tree.AbstractTrainingNode;
import org.tribuo.dataset.DatasetView;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Tribuo's CART for features that are small integers: the trees that its own trainer grows, to the last bit, found by
 * counting codes instead of cutting lists of example numbers at every node.
 */
final class CodeTreeTrainer extends AbstractCARTTrainer<Label> {
    private final Columns columns;

    CodeTreeTrainer(Recipe recipe, Columns columns, long seed) {
        super(recipe.depth(), recipe.growth().minChild(), 0f, recipe.growth().columnPermille() / 1000f, false, seed);
        this.columns = columns;
        postConfig();
    }

    @Override
    protected AbstractTrainingNode<Label> mkTrainingNode(
            Dataset<Label> examples, AbstractTrainingNode.LeafDeterminer leaves) {
        if (!(examples instanceof DatasetView<Label> bag)) {
            throw new IllegalArgumentException("only a bag of the columns' own data set can be grown on");
        }
        return CodeTreeNode.root(columns, Bag.of(bag.getExampleIndices(), columns.label.length), leaves);
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }

    @Override
    public String toString() {
        return "CodeTreeTrainer(maxDepth=" + maxDepth + ",minChildWeight=" + minChildWeight + ",seed=" + seed + ")";
    }
}
