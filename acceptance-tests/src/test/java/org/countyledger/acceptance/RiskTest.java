package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Checkout;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.CountyCommand;
import org.countyledger.acceptance.testing.Eventually;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Officer;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model comes into use by many hands; its scores stand in inboxes, are made again from their transactions, and are
 * contested by the resident. {@code -Dcounty.risk.incidents=N} trains on so many incidents of the log, if they are more.
 */
@ExtendWith(LegalCounty.class)
class RiskTest {
    private static final Path LOG = Checkout.reference("incidents/incident_event_log_first85pct.csv.gz");
    private static final int INCIDENTS = Math.max(2_000, Integer.getInteger("county.risk.incidents", 0));
    private static final String WITH_RISK = "/v1/tasks?include=risk";
    private static final Pattern REGISTERED = Pattern.compile("model ([0-9a-f-]{36}) is registered");
    private static final Duration TEN_WORKING_DAYS_AT_LEAST = Duration.ofDays(12);
    private static final Duration AND_HOLIDAYS = Duration.ofDays(30);

    private final County county;
    private final Offices offices;

    @TempDir
    private Path folder = Path.of("");

    RiskTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
    }

    @Test
    void aScoreIsMadeReadMadeAgainAndContestedAndTheModelThatWasWrongIsSuspended() throws IOException {
        assumeTrue(Files.exists(LOG), "the incident log is not there (../shared/data/incidents beside the project)");
        Path log = part();
        String model = registered(log);
        risk("validate", model, "--data", log.toString()).expect(0);
        risk("sponsor", model).expect(0);
        assertThat(risk("admit", model).expect(1).err()).contains("CONSENT_MISSING");
        risk("sponsor", model).expect(0);
        risk("admit", model).expect(0);
        risk("activate", model).expect(0);
        assertThat(county.run("up").expect(0).out()).contains("the scorer answers");

        Resident resident = Resident.of(county);
        Command register = resident.grievance("COMPLAINT");
        Case grievance = Case.created(register, resident.file(register));
        Case score = scored(grievance);
        String txId = offices.registrar().get(score.path() + "/events").at("/items/0/txId");
        rederives(txId);
        standsInInboxes(grievance, score);
        isContested(resident, grievance, score);
        nobodyElseSeesScores(grievance, txId);
        risk("suspend", model, "--reason", "OBJECTION_UPHELD").expect(0);
        Reply suspended = offices.auditor().get(Kind.MODEL.path(model)).expect(200);
        assertThat(suspended.at("/state")).isEqualTo("SUSPENDED");
        assertThat(suspended.at("/header/fields/reasonCode")).isEqualTo("OBJECTION_UPHELD");
    }

    private CountyCommand.Outcome risk(String command, String id, String... more) {
        return county.run(
                Stream.concat(Stream.of("risk", command, id), Stream.of(more)).toArray(String[]::new));
    }

    /** The first incidents of the log, all events of each. */
    private Path part() throws IOException {
        Path file = folder.resolve("incidents.csv");
        Set<String> numbers = new HashSet<>();
        try (var lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(LOG)), StandardCharsets.UTF_8));
                var out = Files.newBufferedWriter(file)) {
            out.write(lines.readLine() + "\n");
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                numbers.add(line.substring(0, line.indexOf(',')));
                if (numbers.size() > INCIDENTS) {
                    break;
                }
                out.write(line + "\n");
            }
        }
        return file;
    }

    private String registered(Path log) throws IOException {
        Path file = folder.resolve("escalated.model");
        Path assessment = Files.writeString(folder.resolve("assessment.txt"), "What the use of scores does to people.");
        CountyCommand.run(
                        "risk",
                        "train",
                        "--data",
                        log.toString(),
                        "--purpose",
                        "escalated",
                        "--as",
                        "grievance",
                        "--trees",
                        "20",
                        "--out",
                        file.toString())
                .expect(0);
        Matcher said =
                REGISTERED.matcher(risk("register", file.toString(), "--impact-assessment", assessment.toString())
                        .expect(0)
                        .out());
        assertThat(said.find()).isTrue();
        return said.group(1);
    }

    private Case scored(Case grievance) {
        Reply scores = Eventually.eventually(
                County.PATIENCE,
                () -> offices.registrar().get("/v1/risk-scores?limit=50"),
                reply -> reply.text().contains(grievance.id()));
        return IntStream.range(0, 50)
                .filter(i ->
                        scores.at("/items/" + i + "/header/fields/recordId").equals(grievance.id()))
                .mapToObj(i -> Case.seen(offices.registrar(), Kind.SCORE, scores.at("/items/" + i + "/id")))
                .findFirst()
                .orElseThrow();
    }

    private void rederives(String txId) {
        assertThat(county.run("risk", "rederive", txId).expect(0).out()).isEqualToIgnoringNewLines("equal");
        assertThat(county.run("risk", "rederive", txId, "--officer", "GV2101.PETITION_REGISTRAR")
                        .expect(1)
                        .err())
                .contains("the try is on record");
    }

    /** The part of an officer's inbox in which the record is, or the last part. */
    private static Reply inbox(Officer officer, Case wanted) {
        Reply page = officer.get(WITH_RISK).expect(200);
        while (!page.at("/nextCursor").isEmpty() && !page.text().contains(wanted.id())) {
            page = officer.get(WITH_RISK + "&cursor=" + page.at("/nextCursor")).expect(200);
        }
        return page;
    }

    private void standsInInboxes(Case grievance, Case score) {
        Reply inbox = Eventually.eventually(
                County.PATIENCE,
                () -> inbox(offices.supervisor(), grievance),
                reply -> reply.text().contains(score.id()));
        int place = IntStream.range(0, 50)
                .filter(i -> inbox.at("/items/" + i + "/id").equals(grievance.id()))
                .findFirst()
                .orElseThrow();
        String hint = "/items/" + place + "/risk/0";
        assertThat(inbox.at(hint + "/score")).isEqualTo(score.id());
        assertThat(List.of("LOW", "ELEVATED", "HIGH")).contains(inbox.at(hint + "/shown/band"));
        assertThat(inbox.at(hint + "/shown/reasons/0/zh")).isNotEmpty();
        Reply access = offices.auditor()
                .get(Kind.ACCESS.path(inbox.at("/accessRecord")))
                .expect(200);
        assertThat(access.at("/header/fields/staff"))
                .isEqualTo(offices.supervisor().staff());
        assertThat(access.text()).contains(score.id());
        assertThat(inbox(offices.registrar(), grievance).text())
                .contains(score.id())
                .doesNotContain("\"band\"");
    }

    private void isContested(Resident resident, Case grievance, Case score) {
        assertThat(resident.read(score, "score").expect(200).text()).contains("\"band\"");
        Resident stranger = Resident.of(county);
        stranger.submit(score.step("contest", Map.of(), "reason")).expect(403, 422);
        score.take(resident, "contest", Map.of(), "reason");
        Reply contested = offices.petitionsLead().get(score.path()).expect(200);
        assertThat(contested.at("/state")).isEqualTo("CONTESTED");
        Reply clocks = offices.petitionsLead().get(score.path() + "/clocks").expect(200);
        int clock = IntStream.range(0, 5)
                .filter(i -> clocks.at("/items/" + i + "/name").equals("CONTEST"))
                .findFirst()
                .orElseThrow();
        assertThat(Instant.parse(clocks.at("/items/" + clock + "/dueAt")))
                .isBetween(
                        Instant.now().plus(TEN_WORKING_DAYS_AT_LEAST),
                        Instant.now().plus(AND_HOLIDAYS));
        Reply duties = inbox(offices.petitionsLead(), score);
        assertThat(duties.text()).contains(score.id()).doesNotContain("\"band\"");
        Map<String, Object> upheld = Map.of("variant", "WITHDRAWN", "reasonCode", "WRONG_INPUT");
        offices.petitionsLead().submit(score.step("answer", upheld)).expect(422);
        offices.registrar().file(score.step("answer", upheld, "explanation")).expect(403);
        score.take(offices.petitionsLead(), "answer", upheld, "explanation");
        assertThat(offices.petitionsLead().get(score.path()).at("/state")).isEqualTo("WITHDRAWN");
        assertThat(resident.read(score, "explanation").expect(200).text()).contains("the explanation");
        assertThat(inbox(offices.supervisor(), grievance).text())
                .contains(grievance.id())
                .doesNotContain(score.id());
    }

    private void nobodyElseSeesScores(Case grievance, String txId) {
        for (String path : List.of("/v1/risk-scores", WITH_RISK, grievance.path())) {
            county.gateway().get(path).expectProblem(401, "authentication-required");
        }
        for (String path : List.of("/v1/receipts/" + txId, "/open311/v2/requests.json", "/v1/public/notices")) {
            assertThat(county.gateway().get(path).expect(200).text())
                    .as(path)
                    .doesNotContainIgnoringCase("score")
                    .doesNotContain("评分", "优先走访", "提前联系");
        }
    }
}
