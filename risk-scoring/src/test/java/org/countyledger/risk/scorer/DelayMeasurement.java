package org.countyledger.risk.scorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.Target;
import org.countyledger.risk.features.View;
import org.countyledger.risk.model.Provenance;
import org.countyledger.risk.model.RiskModel;
import org.countyledger.risk.model.TrainingRun;
import org.countyledger.risk.testing.SmallLog;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.Recipe;

/**
 * How long after its event a score is seen on the embedded ledger, with everything on one computer: offices that write,
 * four organisations, a database, and one scorer. The event counts from the moment its transaction was made.
 */
public final class DelayMeasurement {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private DelayMeasurement() {}

    /** Arguments: events a second, seconds, trees; {@code scripts/risk-benchmark delay} runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rate = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("delay");
        IncidentLog log = IncidentLog.read(SmallLog.write(folder, 5000));
        Provenance.Data data = Provenance.Data.wanted(View.GRIEVANCE, List.of(1, 2), 800);
        Recipe recipe = Recipe.boosting(Integer.parseInt(arguments[2]), 3);
        RiskModel model =
                new TrainingRun(new Provenance(Target.MISSED_SLA, data, recipe, "test"), 2, Progress.SILENT).train(log);
        try (TestCounty county = new TestCounty(folder)) {
            county.files().put(model);
            ModelLife life = new ModelLife(county.offices());
            var unused = life.activated(life.admitted(model));
            try (ScorerProcess scorer = county.scorer()) {
                Awaitility.await().atMost(PATIENCE).until(() -> scorer.health().contains("MISSED_SLA"));
                List<List<LabelledRecord>> incidents = GrievanceReplay.incidents(log, 2 * rate * seconds);
                paced(county, rate, incidents.subList(0, Math.toIntExact(rate * WARM_UP.toSeconds())));
                long warm = due(county, "state is not null");
                paced(county, rate, incidents.subList(rate * 10, rate * 10 + rate * seconds));
                Awaitility.await().atMost(PATIENCE).until(() -> due(county, "state <> 'ISSUED'") == 0);
                print(county, warm);
            }
        }
    }

    /** One grievance is registered in each turn: one event. */
    private static void paced(TestCounty county, int rate, List<List<LabelledRecord>> incidents)
            throws InterruptedException {
        try (ExecutorService offices = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < incidents.size(); i++) {
                LabelledRecord first = incidents.get(i).getFirst();
                var unused = offices.submit(() -> new GrievanceReplay(county.offices()).replay(List.of(first)));
                long next = start + TimeUnit.SECONDS.toNanos(i + 1L) / rate;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
        }
    }

    private static long due(TestCounty county, String which) {
        return county.rows()
                .sql("select count(*) from due_score where " + which)
                .query(Long.class)
                .single();
    }

    private static void print(TestCounty county, long warm) {
        System.out.println(
                county.rows().sql("""
                        select format('%s scores after their events: p50 %s s, p95 %s s, max %s s (wanted: at most 2 s)',
                            count(*),
                            round((percentile_cont(0.5) within group (order by delay))::numeric, 3),
                            round((percentile_cont(0.95) within group (order by delay))::numeric, 3),
                            round(max(delay)::numeric, 3))
                        from (select extract(epoch from issued_at - at) as delay from due_score
                            order by number offset ?) as delays""").param(warm).query(String.class).single());
    }
}
