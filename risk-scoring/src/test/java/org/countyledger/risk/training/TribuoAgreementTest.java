package org.countyledger.risk.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.countyledger.risk.features.EncoderFitting;
import org.countyledger.risk.features.FittedEncoder;
import org.countyledger.risk.features.IncidentSchema;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.Target;
import org.countyledger.risk.forest.FlatForest;
import org.countyledger.risk.testing.Data;
import org.countyledger.risk.testing.RandomTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.ensemble.EnsembleModel;

class TribuoAgreementTest {
    private static final double CLOSE = 1e-12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void treesAreThoseThatTribuosOwnTrainerGrows(long seed) {
        TrainingTable table = RandomTables.of(seed, 400, 7);
        Recipe recipe = new Recipe(Recipe.Kind.FOREST, 10, 9, new Recipe.Growth(5, 400, 1000, 1000), seed);
        EnsembleModel<Label> ours = new ForestLearner(recipe, 1).trainTribuo(table, Progress.SILENT);
        Dataset<Label> dataset = TribuoRows.dataset(table);
        EnsembleModel<Label> theirs = new RandomForestTrainer<>(
                        new CARTClassificationTrainer(9, 5f, 0f, 0.4f, false, new GiniIndex(), seed),
                        new FullyWeightedVotingCombiner(),
                        10,
                        seed)
                .train(dataset);
        assertThat(trees(ours)).isEqualTo(trees(theirs));
    }

    private static List<String> trees(EnsembleModel<Label> forest) {
        return forest.getModels().stream()
                .map(tree -> ((TreeModel<Label>) tree).getRoot().toString())
                .toList();
    }

    @Test
    void aFlatForestAnswersAsTribuoOnEveryLaterRecordOfTheLog() {
        Split split = split();
        ForestLearner learner = new ForestLearner(Recipe.forest(20, 7), 2);
        EnsembleModel<Label> tribuo = learner.trainTribuo(split.train(), Progress.SILENT);
        agree(tribuo, TribuoForests.flat(tribuo, split.train().rows()), split.test());
    }

    @Test
    void flatBoostedTreesAnswerAsTribuoOnEveryLaterRecordOfTheLog() {
        Split split = split();
        XGBoostModel<Label> tribuo = new BoostingLearner(Recipe.boosting(200, 7)).trainTribuo(split.train());
        agree(tribuo, Boosters.flat(tribuo, split.train().rows()), split.test());
    }

    private static void agree(Model<Label> tribuo, FlatForest flat, TrainingTable test) {
        for (int[] row : test.rows()) {
            Label yes = tribuo.predict(TribuoRows.example(row)).getOutputScores().values().stream()
                    .filter(label -> label.getLabel().equals(TribuoRows.YES))
                    .findFirst()
                    .orElseThrow();
            assertThat(Math.abs(flat.probability(row) - yes.getScore())).isLessThanOrEqualTo(CLOSE);
        }
    }

    private record Split(TrainingTable train, TrainingTable test) {}

    private static Split split() {
        List<LabelledRecord> all = Data.incidents().records(Target.MISSED_SLA, Set.of(1));
        int cut = all.size() * 4 / 5;
        FittedEncoder encoder = EncoderFitting.fit(IncidentSchema.SCHEMA, all.subList(0, cut));
        return new Split(
                TrainingTable.of(encoder, all.subList(0, cut)),
                TrainingTable.of(encoder, all.subList(cut, all.size())));
    }
}
