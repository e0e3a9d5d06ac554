package org.countyledger.risk.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.Target;
import org.countyledger.risk.features.View;
import org.countyledger.risk.model.Provenance;
import org.countyledger.risk.model.RiskModel;
import org.countyledger.risk.model.StagedScore;
import org.countyledger.risk.model.TrainingRun;
import org.countyledger.risk.scorer.Offices.Moved;
import org.countyledger.risk.testing.Data;
import org.countyledger.risk.testing.SmallLog;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The scorer on a ledger: what it sees there, what it writes there, and what a kill leaves. {@code
 * -Dcounty.risk.incidents=N} replays so many incidents of the log.
 */
class ScorerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int INCIDENTS = Integer.getInteger("county.risk.incidents", 12);

    @TempDir
    private Path folder;

    private static RiskModel trained(IncidentLog log) {
        Provenance.Data data = Provenance.Data.wanted(View.GRIEVANCE, List.of(1, 2), 800);
        Provenance wanted = new Provenance(Target.MISSED_SLA, data, Recipe.forest(10, 3), "test");
        return new TrainingRun(wanted, 2, Progress.SILENT).train(log);
    }

    private IncidentLog log() throws IOException {
        return Data.isThere() ? Data.incidents() : IncidentLog.read(SmallLog.write(folder, 900));
    }

    @Test
    void everyEventIsScoredOnceThoughTheScorerIsKilledAndEveryScoreRederives() throws IOException {
        IncidentLog log = log();
        RiskModel model = trained(log);
        try (TestCounty county = new TestCounty(folder)) {
            county.files().put(model);
            ModelLife life = new ModelLife(county.offices());
            Moved record = life.admitted(model);
            GrievanceReplay replay = new GrievanceReplay(county.offices());
            List<List<LabelledRecord>> incidents = GrievanceReplay.incidents(log, INCIDENTS);
            replay.replay(incidents.getFirst());
            Moved active = life.activated(record);
            killedTwice(county, replay, incidents.subList(1, incidents.size()));
            long wanted = events(replay) - (replay.moved().getFirst().seq() - 1);
            try (ScorerProcess scorer = county.scorer()) {
                scored(county, wanted);
                assertThat(scorer.health()).contains("\"MISSED_SLA\":\"" + active.id());
            }
            List<Header> scores = county.offices().all(Kind.RISK_SCORE);
            assertThat(scores).hasSize(Math.toIntExact(wanted));
            eachEventHasItsScore(replay.moved(), scores);
            eachRederives(county, model, scores);
        }
    }

    private static void killedTwice(TestCounty county, GrievanceReplay replay, List<List<LabelledRecord>> incidents) {
        int half = incidents.size() / 2;
        try (ScorerProcess first = county.scorer()) {
            incidents.subList(0, half).forEach(replay::replay);
            Awaitility.await().atMost(PATIENCE).until(() -> issued(county) > 3);
            first.kill();
            assertThat(issued(county)).as("killed in the midst").isLessThan(events(replay));
        }
        try (ScorerProcess second = county.scorer()) {
            long known = issued(county);
            incidents.subList(half, incidents.size()).forEach(replay::replay);
            Awaitility.await().atMost(PATIENCE).until(() -> issued(county) > known + 3);
            second.kill();
        }
    }

    private static long events(GrievanceReplay replay) {
        return replay.moved().stream().mapToLong(Moved::seq).sum();
    }

    private static long issued(TestCounty county) {
        return county.offices().all(Kind.RISK_SCORE).size();
    }

    /** So many scores are due, and all of them are issued. */
    private static void scored(TestCounty county, long wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(county.rows()
                                .sql("select state from due_score order by number")
                                .query(String.class)
                                .list())
                        .hasSize(Math.toIntExact(wanted))
                        .containsOnly("ISSUED"));
    }

    /** The first was registered and moved before the model came into use: it is scored where it stood then. */
    private static void eachEventHasItsScore(List<Moved> grievances, List<Header> scores) {
        Map<String, List<Long>> sequences = scores.stream()
                .collect(Collectors.groupingBy(
                        score -> score.fields().text("recordId").orElseThrow(),
                        Collectors.mapping(
                                score -> score.fields().integer("recordSeq").orElseThrow(), Collectors.toList())));
        for (Moved grievance : grievances) {
            boolean isFirst = grievance.equals(grievances.getFirst());
            Long[] wanted = LongStream.rangeClosed(isFirst ? grievance.seq() : 1, grievance.seq())
                    .boxed()
                    .toArray(Long[]::new);
            assertThat(sequences.get(grievance.id())).containsExactlyInAnyOrder(wanted);
        }
        assertThat(scores.stream().filter(score -> score.fields().has("supersedes")))
                .hasSize(scores.size() - grievances.size());
    }

    private static void eachRederives(TestCounty county, RiskModel model, List<Header> scores) {
        for (Header score : scores) {
            PrivateValue value = county.offices().opened(score);
            assertThat(value.commitment())
                    .isEqualTo(score.group(Attestation.GROUP).orElseThrow().commitment());
            StagedScore staged = CanonicalJson.read(CanonicalJson.write(value.content()), StagedScore.class);
            assertThat(staged.opened().differences(model)).isEmpty();
            assertThat(staged.opened().fields()).containsEntry("step_count", Long.toString(staged.recordSeq()));
            assertThat(staged.recordSeq())
                    .isEqualTo(score.fields().integer("recordSeq").orElseThrow());
        }
    }

    @Test
    void withoutAModelInUseNothingIsScoredAndTheScorerSaysSo() throws IOException {
        IncidentLog log = log();
        RiskModel model = trained(log);
        try (TestCounty county = new TestCounty(folder)) {
            ModelLife life = new ModelLife(county.offices());
            Moved record = life.admitted(model);
            GrievanceReplay replay = new GrievanceReplay(county.offices());
            List<List<LabelledRecord>> incidents = GrievanceReplay.incidents(log, 3);
            try (ScorerProcess scorer = county.scorer()) {
                says(scorer, "No model was ever activated");
                replay.replay(incidents.get(0));
                Moved active = life.activated(record);
                says(scorer, "the file of model " + active.id() + " is not there");
                county.files().put(model);
                scored(county, 1);
                says(scorer, "\"status\":\"UP\"");
                Moved suspended = life.suspended(active);
                says(scorer, "NOT SCORED: no model is in use");
                assertThat(county.log()).contains("Scoring of MISSED_SLA stops: no model is in use for it any more");
                replay.replay(incidents.get(1));
                life.activated(suspended);
                scored(county, 2);
                assertThat(issued(county)).isEqualTo(2);
            }
        }
    }

    @Test
    void whatBecameOfARecordThatEndedIsToldWithItsScore() throws IOException {
        IncidentLog log = log();
        RiskModel model = trained(log);
        try (TestCounty county = new TestCounty(folder)) {
            county.files().put(model);
            ModelLife life = new ModelLife(county.offices());
            Moved unused = life.activated(life.admitted(model));
            GrievanceReplay replay = new GrievanceReplay(county.offices());
            List<LabelledRecord> incident =
                    GrievanceReplay.incidents(log, 1).getFirst().subList(0, 1);
            replay.replay(incident);
            replay.replay(incident);
            try (ScorerProcess scorer = county.scorer()) {
                scored(county, 2);
                county.offices().override(scoreOf(county, replay.moved().getLast()));
                replay.merge(replay.moved().getFirst(), replay.moved().getLast());
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> county.offices().all(Kind.RISK_SCORE).stream()
                                .anyMatch(score -> score.state().equals("OUTCOME_KNOWN")));
                says(scorer, "\"status\":\"UP\"");
                says(scorer, "came 0.000, of 1 records; overridden 1, of which 0 came true");
            }
            assertThat(county.offices().all(Kind.RISK_SCORE))
                    .satisfiesExactlyInAnyOrder(
                            open -> assertThat(open.state()).isEqualTo("ISSUED"),
                            ended -> assertThat(ended.fields().isTrue("cameTrue"))
                                    .isFalse());
        }
    }

    private static Header scoreOf(TestCounty county, Moved grievance) {
        return county.offices().all(Kind.RISK_SCORE).stream()
                .filter(score -> score.fields().text("recordId").equals(Optional.of(grievance.id())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWeekThatDriftedOpensAFindingAndSuspendsTheModelWhenTwoOrganisationsHaveSeenIt() throws IOException {
        IncidentLog log = log();
        RiskModel model = trained(log);
        try (TestCounty county = new TestCounty(folder)) {
            county.files().put(model);
            ModelLife life = new ModelLife(county.offices());
            Moved active = life.activated(life.admitted(model));
            GrievanceReplay replay = new GrievanceReplay(county.offices());
            replay.replay(GrievanceReplay.incidents(log, 1).getFirst());
            try (ScorerProcess scorer = county.scorer()) {
                scored(county, events(replay));
                lastWeekWasAllTheSame(county.rows());
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> !county.offices().all(Kind.AUDIT_FINDING).isEmpty());
                assertThat(county.offices().header(Kind.RISK_MODEL, active.id()).state())
                        .as("by the word of one organisation")
                        .isEqualTo("ACTIVE");
                try (ScorerProcess watcher = county.watcher()) {
                    says(watcher, active.id());
                    Awaitility.await().atMost(PATIENCE).until(() -> due(county.watchedRows()) > 0);
                    lastWeekWasAllTheSame(county.watchedRows());
                    Awaitility.await()
                            .atMost(PATIENCE)
                            .until(() -> county.offices()
                                    .header(Kind.RISK_MODEL, active.id())
                                    .state()
                                    .equals("SUSPENDED"));
                }
                says(scorer, "NOT SCORED: no model is in use");
            }
            Header finding = county.offices().all(Kind.AUDIT_FINDING).getFirst();
            assertThat(finding.fields().text("brokenRule")).contains("MODEL_DRIFT");
            assertThat(county.offices()
                            .header(Kind.RISK_MODEL, active.id())
                            .fields()
                            .integer("psiPermille"))
                    .hasValueSatisfying(psi -> assertThat(psi).isGreaterThan(250));
        }
    }

    private static long due(JdbcClient rows) {
        return rows.sql("select count(*) from due_score").query(Long.class).single();
    }

    /** As if the one grievance had come in a hundred and fifty times a week ago. */
    private static void lastWeekWasAllTheSame(JdbcClient rows) {
        rows.sql("""
                        insert into due_score (purpose, model, grievance, seq, at, fields, state)
                        select purpose, model, grievance || '-' || copy, seq, at - interval '7 days', fields, 'ISSUED'
                        from (select * from due_score order by number limit 1) as first, generate_series(1, 150) copy""").update();
    }

    private static void says(ScorerProcess scorer, String words) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scorer.health()).contains(words));
    }
}
