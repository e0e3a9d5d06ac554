package org.countyledger.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.card.ModelCard;
import org.countyledger.risk.explain.Sentences;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.IncidentSchema;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.Target;
import org.countyledger.risk.features.View;
import org.countyledger.risk.testing.SmallLog;
import org.countyledger.risk.training.Learner;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.Recipe;
import org.countyledger.risk.training.TrainingTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a log to a model, its file, its scores and its card. */
class ModelTest {
    @TempDir
    private static Path folder;

    private static IncidentLog log = new IncidentLog("", View.INCIDENT, List.of());
    private static Map<Recipe.Kind, RiskModel> models = new HashMap<>();

    @BeforeAll
    static void train() throws IOException {
        log = IncidentLog.read(SmallLog.write(folder, 1200));
        models.put(Recipe.Kind.FOREST, train(Recipe.forest(20, 5), 2));
        models.put(Recipe.Kind.BOOSTING, train(Recipe.boosting(20, 5), 2));
    }

    private static RiskModel train(Recipe recipe, int threads) {
        Provenance.Data data = Provenance.Data.wanted(View.INCIDENT, List.of(1), 800);
        return new TrainingRun(new Provenance(Target.MISSED_SLA, data, recipe, "abc"), threads, Progress.SILENT)
                .train(log);
    }

    private static RiskModel model(Recipe.Kind kind) {
        return models.getOrDefault(kind, train(Recipe.forest(2, 1), 1));
    }

    private static List<LabelledRecord> records() {
        return log.records(Target.MISSED_SLA, Set.of(1));
    }

    @ParameterizedTest
    @EnumSource(Recipe.Kind.class)
    void aModelLearnsWhatIsThereToLearnAndSaysWhatItIsWorth(Recipe.Kind kind) {
        Evaluation evaluation = model(kind).header().evaluation();
        assertThat(evaluation.after().records()).isEqualTo(240);
        assertThat(evaluation.after().auc()).isGreaterThan(650_000);
        assertThat(evaluation.slices()).anyMatch(slice -> slice.feature().equals("priority"));
    }

    @ParameterizedTest
    @EnumSource(Recipe.Kind.class)
    void trainingAgainFromTheProvenanceGivesTheSameFile(Recipe.Kind kind) {
        RiskModel again = new TrainingRun(model(kind).header().provenance(), 1, Progress.SILENT).train(log);
        assertThat(ModelFile.digest(again)).isEqualTo(ModelFile.digest(model(kind)));
    }

    @ParameterizedTest
    @EnumSource(Recipe.Kind.class)
    void aModelReadFromItsFileGivesTheSameScores(Recipe.Kind kind) {
        RiskModel read = ModelFile.read(ModelFile.bytes(model(kind)));
        for (LabelledRecord record : records().subList(0, 50)) {
            assertThat(read.score(record.fields())).isEqualTo(model(kind).score(record.fields()));
        }
    }

    @Test
    void changedFilesAreRefusedOrAreNotTheModel() {
        byte[] bytes = ModelFile.bytes(model(Recipe.Kind.BOOSTING));
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 300; round++) {
            byte[] changed = bytes.clone();
            int place = random.nextInt(bytes.length);
            changed[place] ^= (byte) (1 + random.nextInt(255));
            assertThat(refusedOrKeptAsIs(changed)).as("byte %d", place).isTrue();
        }
        assertThatThrownBy(() -> ModelFile.read(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(RiskException.class);
    }

    private static boolean refusedOrKeptAsIs(byte[] bytes) {
        try {
            return Arrays.equals(ModelFile.bytes(ModelFile.read(bytes)), bytes);
        } catch (RiskException e) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(Recipe.Kind.class)
    void anOpenedScoreIsMadeAgainAndEveryLieInItIsTold(Recipe.Kind kind) {
        RiskModel model = model(kind);
        OpenedScore honest = OpenedScore.of(model, records().get(3).fields());
        OpenedScore read = CanonicalJson.read(CanonicalJson.write(honest), OpenedScore.class);
        assertThat(read.differences(model)).isEmpty();
        RiskScore score = honest.score();
        RiskScore lie = new RiskScore(score.millionths() ^ 1, score.band(), score.contributions());
        assertThat(new OpenedScore(honest.model(), honest.fields(), lie).differences(model))
                .singleElement()
                .asString()
                .startsWith("score: stated");
        assertThat(new OpenedScore("0".repeat(64), honest.fields(), score).differences(model))
                .singleElement()
                .asString()
                .startsWith("model:");
    }

    @Test
    void reasonsAreSaidInBothLanguages() {
        RiskModel model = model(Recipe.Kind.FOREST);
        Map<String, String> fields = records().get(0).fields();
        RiskScore score = model.score(fields);
        Sentences sentences = new Sentences(model.header().schema());
        assertThat(score.contributions())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(5)
                .allSatisfy(each -> {
                    assertThat(sentences.en(each, fields)).matches("[A-Z].* (raises|lowers) the score\\.");
                    assertThat(sentences.zh(each, fields)).matches(".*使评分(升高|降低)。");
                });
    }

    @Test
    void theCardIsOnePageThatLoadsNothing() {
        String page = ModelCard.html(model(Recipe.Kind.BOOSTING));
        assertThat(page)
                .contains(model(Recipe.Kind.BOOSTING).header().name(), "<svg", "不得", "Never", "default-src 'none'")
                .doesNotContain("http://", "https://", "<script", "src=", "NaN")
                .doesNotContainPattern("@[A-Z_]+@");
    }

    @Test
    void nothingIsLearnedFromRecordsOpenedAfterTheCut() {
        TimeSplit split = TimeSplit.of(records(), 800);
        LocalDateTime until = split.test().get(0).life().openedAt();
        assertThat(split.train().stream().map(record -> record.life().openedAt()))
                .allMatch(until::isAfter);
    }

    @Test
    void calibrationNeverSeesARecordThatItsOwnModelLearnedFrom() {
        List<LabelledRecord> records = log.records(Target.MISSED_SLA, Set.of(1, 2));
        List<TrainingTable> learned = new ArrayList<>();
        Learner learner = Recipe.forest(2, 1).learner(1);
        Learner listening = (table, progress) -> {
            learned.add(table);
            return learner.train(table, progress);
        };
        Unseen unseen = Unseen.of(
                records, IncidentSchema.SCHEMA, listening, Collections.nCopies(Unseen.FOLDS, Progress.SILENT));
        assertThat(unseen.margins()).hasSize(records.size());
        assertThat(learned).hasSize(Unseen.FOLDS);
        assertThat(learned.stream().mapToInt(TrainingTable::size).sum())
                .as("each record is left out once, with all its events")
                .isEqualTo((Unseen.FOLDS - 1) * records.size());
        assertThat(unseen.last(10).records()).isEqualTo(10);
        assertThat(unseen.weights()).isSorted().endsWith(1.0);
    }

    @Test
    void recordsThatHadNoTimeToBeClosedDoNotCalibrate() {
        LocalDateTime start = LocalDateTime.of(2026, 1, 1, 0, 0);
        List<LabelledRecord> closed = IntStream.range(0, 100)
                .mapToObj(day -> record(day, start.plusDays(day), start.plusDays(day + (day % 2 == 0 ? 1 : 20))))
                .filter(record -> record.life().closedAt().isBefore(start.plusDays(100)))
                .toList();
        assertThat(TimeSplit.of(closed, 1000).maturedBy())
                .isEqualTo(start.plusDays(79))
                .isBefore(closed.getLast().life().openedAt());
    }

    private static LabelledRecord record(int n, LocalDateTime opened, LocalDateTime closed) {
        return new LabelledRecord("INC" + n, 1, new LabelledRecord.Life(opened, closed), Map.of(), false);
    }

    /**
     * The seed's model was a forest of ten rows. Its rows were not handed down, nor its features, labels, split, measures or
     * purpose: nothing of it can be made again. What can be shown is that such a model is none here.
     */
    @Test
    void aModelOfTenRowsIsHistoryAndIsNotMade() throws IOException {
        IncidentLog ten = IncidentLog.read(SmallLog.write(folder, 10));
        Provenance.Data data = Provenance.Data.wanted(View.INCIDENT, List.of(1), 1000);
        Provenance wanted = new Provenance(Target.MISSED_SLA, data, Recipe.forest(10, 1), "");
        assertThatThrownBy(() -> new TrainingRun(wanted, 1, Progress.SILENT).train(ten))
                .isInstanceOf(RiskException.class)
                .hasMessage("10 closed records are too few to learn from and to calibrate by: at least 100");
    }
}
