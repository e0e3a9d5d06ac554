package org.countyledger.risk.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.countyledger.risk.forest.Family;
import org.countyledger.risk.forest.FlatForest;
import org.countyledger.risk.forest.FlatTrees;
import org.countyledger.risk.testing.RandomTables;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.Recipe;
import org.countyledger.risk.training.TrainingTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Shapley's own formula, over all subsets of features. */
class TreeShapTest {
    private static final int COLUMNS = 6;

    @ParameterizedTest
    @CsvSource({"FOREST,1", "FOREST,2", "FOREST,3", "FOREST,4", "BOOSTING,5", "BOOSTING,6", "BOOSTING,7"})
    void valuesAreShapleysAndAddUp(Recipe.Kind kind, long seed) {
        TrainingTable table = RandomTables.of(seed, 250, COLUMNS);
        Recipe recipe = kind == Recipe.Kind.FOREST ? Recipe.forest(6, seed) : Recipe.boosting(6, seed);
        FlatForest forest = recipe.learner(1).train(table, Progress.SILENT);
        TreeShap shap = new TreeShap(forest);
        for (int[] row : Arrays.copyOf(table.rows(), 40)) {
            double[] values = shap.values(row);
            assertThat(Arrays.stream(values).sum() + shap.expected()).isCloseTo(forest.explained(row), within(1e-6));
            for (int feature = 0; feature < COLUMNS; feature++) {
                assertThat(values[feature]).isCloseTo(shapley(forest, row, feature), within(1e-9));
            }
        }
    }

    private static double shapley(FlatForest forest, int[] row, int feature) {
        double sum = 0;
        for (int subset = 0; subset < 1 << COLUMNS; subset++) {
            if ((subset & 1 << feature) == 0) {
                double gain = expected(forest, row, subset | 1 << feature) - expected(forest, row, subset);
                sum += gain * share(Integer.bitCount(subset));
            }
        }
        return sum;
    }

    private static double share(int size) {
        return factorial(size) * factorial(COLUMNS - size - 1) / factorial(COLUMNS);
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    private static double expected(FlatForest forest, int[] row, int known) {
        double sum = 0;
        for (int tree = 0; tree < forest.treeCount(); tree++) {
            double value = expected(forest.trees(), forest.trees().root(tree), row, known);
            boolean minus = forest.family() == Family.BOOSTED && tree % 2 == 0;
            sum += minus ? -value : value;
        }
        return forest.family() == Family.FOREST ? sum / forest.treeCount() : sum;
    }

    private static double expected(FlatTrees trees, int node, int[] row, int known) {
        if (trees.isLeaf(node)) {
            return trees.leaf(node);
        }
        if ((known & 1 << trees.feature(node)) != 0) {
            return expected(trees, trees.next(node, row), row, known);
        }
        double left = trees.cover(trees.left(node)) * expected(trees, trees.left(node), row, known);
        double right = trees.cover(trees.right(node)) * expected(trees, trees.right(node), row, known);
        return (left + right) / trees.cover(node);
    }
}
