package org.countyledger.risk.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.countyledger.risk.calibration.Calibrator;
import org.countyledger.risk.features.EncoderFitting;
import org.countyledger.risk.features.Feature;
import org.countyledger.risk.features.FittedEncoder;
import org.countyledger.risk.features.IncidentSchema;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.Target;
import org.countyledger.risk.forest.FlatForest;
import org.countyledger.risk.testing.Data;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.Recipe;
import org.countyledger.risk.training.TrainingTable;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final double SILENT = 0.1;

    @Test
    void theRealDriftOfTheLogIsFoundAndARandomSplitIsSilent() {
        List<LabelledRecord> all = Data.incidents().records(Target.MISSED_SLA, Set.of(1));
        int cut = all.size() * 4 / 5;
        assertThat(worst(all.subList(0, cut), all.subList(cut, all.size()))).isGreaterThan(Reference.DRIFTED);
        List<LabelledRecord> first = new ArrayList<>();
        List<LabelledRecord> second = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(9);
        all.forEach(record -> (random.nextInt(5) < 4 ? first : second).add(record));
        assertThat(worst(first, second)).isLessThan(SILENT);
        assertThat(score(first, second)).isLessThan(SILENT);
        assertThat(score(all.subList(0, cut), all.subList(cut, all.size()))).isGreaterThan(Reference.DRIFTED);
    }

    @Test
    void calibrationAndOverridesAreToldByTheMonthOfTheScore() {
        List<CalibrationMonth> months = CalibrationMonth.of(List.of(
                told(LocalDate.of(2026, 3, 2), 200_000, new CalibrationMonth.Feedback(true, true)),
                told(LocalDate.of(2026, 2, 27), 100_000, new CalibrationMonth.Feedback(false, false)),
                told(LocalDate.of(2026, 3, 30), 300_000, new CalibrationMonth.Feedback(false, true)),
                told(LocalDate.of(2026, 3, 31), 400_000, new CalibrationMonth.Feedback(false, false))));
        assertThat(months)
                .extracting(CalibrationMonth::text)
                .containsExactly(
                        "2026-02: said 0.100, came 0.000, of 1 records",
                        "2026-03: said 0.300, came 0.333, of 3 records; overridden 2, of which 1 came true");
    }

    private static CalibrationMonth.Told told(LocalDate day, int millionths, CalibrationMonth.Feedback feedback) {
        return new CalibrationMonth.Told(day, millionths, feedback);
    }

    /** The index of scores, against scores of records that the model did not learn from either. */
    private static double score(List<LabelledRecord> early, List<LabelledRecord> later) {
        List<LabelledRecord> learned = new ArrayList<>();
        List<LabelledRecord> kept = new ArrayList<>();
        early.forEach(record -> (learned.size() > kept.size() ? kept : learned).add(record));
        FittedEncoder encoder = EncoderFitting.fit(IncidentSchema.SCHEMA, learned);
        FlatForest model = Recipe.boosting(40, 3).learner(1).train(TrainingTable.of(encoder, learned), Progress.SILENT);
        return Reference.of(scores(model, TrainingTable.of(encoder, kept)))
                .psi(scores(model, TrainingTable.of(encoder, later)));
    }

    private static int[] scores(FlatForest model, TrainingTable table) {
        return Arrays.stream(table.rows())
                .mapToInt(row -> Calibrator.NONE.millionths(model.margin(row)))
                .toArray();
    }

    private static double worst(List<LabelledRecord> learned, List<LabelledRecord> later) {
        FittedEncoder encoder = EncoderFitting.fit(IncidentSchema.SCHEMA, learned);
        int[][] before = TrainingTable.of(encoder, learned).rows();
        int[][] after = TrainingTable.of(encoder, later).rows();
        double worst = 0;
        for (int column = 0; column < before[0].length; column++) {
            worst = Math.max(worst, Reference.of(column(before, column)).psi(column(after, column)));
        }
        return worst;
    }

    private static int[] column(int[][] rows, int column) {
        return Arrays.stream(rows).mapToInt(row -> row[column]).toArray();
    }

    @Test
    void anIndexIsZeroForTheSameAndFiniteForTheNeverSeen() {
        Reference reference = Reference.of(new int[] {1, 1, 2, 2, 2, 3, 4, 5, 6, 7});
        assertThat(reference.psi(new int[] {1, 1, 2, 2, 2, 3, 4, 5, 6, 7})).isZero();
        assertThat(reference.psi(new int[] {900, 900})).isFinite().isGreaterThan(Reference.DRIFTED);
    }

    @Test
    void onlyClosedWeeksWithEnoughRecordsAreReported() {
        int[] row = new int[IncidentSchema.SCHEMA.features().size()];
        Map<String, Reference> references = new HashMap<>();
        for (Feature feature : IncidentSchema.SCHEMA.features()) {
            references.put(feature.code(), Reference.of(new int[] {0, 1}));
        }
        references.put(DriftReport.SCORE, Reference.of(new int[] {1, 2, 3}));
        LocalDate monday = LocalDate.of(2026, 3, 2);
        List<Scored> records = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            records.add(new Scored(monday.plusDays(i % 7), row, i));
            records.add(new Scored(monday.plusDays(7), row, i));
        }
        DriftReport report = new DriftReport(IncidentSchema.SCHEMA, references);
        assertThat(report.weeks(records, monday.plusDays(7))).singleElement().satisfies(week -> {
            assertThat(week.monday()).isEqualTo(monday);
            assertThat(week.records()).isEqualTo(150);
        });
        assertThat(report.weeks(records.subList(0, 150), monday.plusDays(30))).isEmpty();
    }
}
