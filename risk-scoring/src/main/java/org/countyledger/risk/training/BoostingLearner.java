package org.countyledger.risk.training;

import java.util.Map;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.forest.FlatForest;
import org.tribuo.classification.Label;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer.BoosterType;
import org.tribuo.common.xgboost.XGBoostTrainer.LoggingVerbosity;
import org.tribuo.common.xgboost.XGBoostTrainer.TreeMethod;

/**
 * Gradient boosting by XGBoost through Tribuo. Its native library exists for x86-64 only, and its sums depend on the
 * number of threads, so it always works with one.
 */
final class BoostingLearner implements Learner {
    private static final int ONE_THREAD = 1;
    private static final double THOUSANDTH = 1000.0;

    private final Recipe recipe;

    BoostingLearner(Recipe recipe) {
        this.recipe = recipe;
    }

    @Override
    public FlatForest train(TrainingTable table, Progress progress) {
        XGBoostModel<Label> model = trainTribuo(table);
        progress.trees(recipe.trees(), recipe.trees());
        return Boosters.flat(model, table.rows());
    }

    XGBoostModel<Label> trainTribuo(TrainingTable table) {
        try {
            return trainer().train(TribuoRows.dataset(table), Map.of());
        } catch (LinkageError e) {
            throw new RiskException(
                    "gradient boosting needs XGBoost's native library, which is here for x86-64 only;"
                            + " train a forest instead (--learner forest)",
                    e);
        }
    }

    private XGBoostClassificationTrainer trainer() {
        Recipe.Growth growth = recipe.growth();
        return new XGBoostClassificationTrainer(
                BoosterType.GBTREE,
                TreeMethod.HIST,
                recipe.trees(),
                growth.stepPermille() / THOUSANDTH,
                0,
                recipe.depth(),
                growth.minChild(),
                growth.rowPermille() / THOUSANDTH,
                growth.columnPermille() / THOUSANDTH,
                1,
                0,
                ONE_THREAD,
                LoggingVerbosity.SILENT,
                recipe.seed());
    }
}
