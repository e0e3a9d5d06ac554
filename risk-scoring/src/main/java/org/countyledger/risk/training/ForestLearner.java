package org.countyledger.risk.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.forest.FlatForest;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.EnsembleModel;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * Tribuo's random forest, trained as sub-forests side by side. What a sub-forest is depends on the recipe alone, so the
 * number of threads changes when the trees are there, never what they are.
 */
final class ForestLearner implements Learner {
    private static final int TREES_TOGETHER = 10;
    private static final Logger QUIET = Logger.getLogger("org.tribuo");

    private final Recipe recipe;
    private final int threads;

    ForestLearner(Recipe recipe, int threads) {
        this.recipe = recipe;
        this.threads = threads;
        QUIET.setLevel(Level.WARNING);
    }

    @Override
    public FlatForest train(TrainingTable table, Progress progress) {
        return TribuoForests.flat(trainTribuo(table, progress), table.rows());
    }

    /** Tribuo's own model. */
    EnsembleModel<Label> trainTribuo(TrainingTable table, Progress progress) {
        Dataset<Label> dataset = TribuoRows.dataset(table);
        Columns columns = new Columns(dataset);
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<List<Model<Label>>>> parts = new ArrayList<>();
            for (int first = 0; first < recipe.trees(); first += TREES_TOGETHER) {
                int size = Math.min(TREES_TOGETHER, recipe.trees() - first);
                long seed = recipe.seed() + parts.size();
                parts.add(pool.submit(() -> {
                    List<Model<Label>> trees = part(dataset, columns, new Part(size, seed));
                    progress.trees(done.addAndGet(size), recipe.trees());
                    return trees;
                }));
            }
            return merged(parts);
        }
    }

    private record Part(int trees, long seed) {}

    private List<Model<Label>> part(Dataset<Label> dataset, Columns columns, Part part) {
        CodeTreeTrainer tree = new CodeTreeTrainer(recipe, columns, part.seed());
        return new RandomForestTrainer<>(tree, new FullyWeightedVotingCombiner(), part.trees(), part.seed())
                .train(dataset)
                .getModels();
    }

    private static EnsembleModel<Label> merged(List<Future<List<Model<Label>>>> parts) {
        List<Model<Label>> trees = new ArrayList<>();
        for (Future<List<Model<Label>>> part : parts) {
            try {
                trees.addAll(part.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RiskException("the training was interrupted", e);
            } catch (ExecutionException e) {
                throw new RiskException("a sub-forest could not be trained: " + e.getCause(), e);
            }
        }
        return WeightedEnsembleModel.createEnsembleFromExistingModels(
                "random-forest", trees, new FullyWeightedVotingCombiner());
    }
}
