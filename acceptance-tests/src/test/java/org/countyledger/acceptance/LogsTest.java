package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countyledger.acceptance.sensing.Device;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Eventually;
import org.countyledger.acceptance.testing.Key;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Officer;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logs have no warnings of the platform and nothing of what people sent. */
@ExtendWith(LegalCounty.class)
class LogsTest {
    private static final Pattern WARNING = Pattern.compile("^WARNING:.*", Pattern.MULTILINE);
    private static final List<String> PROGRAMS = List.of("postgres", "gateway", "oracle");

    private final County county;
    private final Running running;

    LogsTest(Running running) {
        this.running = running;
        this.county = running.county();
    }

    @Test
    void everyProgramHasItsLogAndNoneBeginsWithAWarningOfThePlatform() {
        Map<String, String> logs = county.logs();
        Stream.concat(PROGRAMS.stream(), county.ledgerNodes().stream())
                .forEach(program -> assertThat(logs).containsKey(program + ".log"));
        county.organizations().forEach(mspId -> assertThat(logs).containsKey("chaincode-" + mspId + ".log"));
        assertThat(logs).allSatisfy((name, text) -> assertThat(text).as(name).doesNotContainPattern(WARNING));
        assertThat(running.start().said()).doesNotContainPattern(WARNING);
    }

    @Test
    void nothingThatAResidentOrAnOfficerSentIsInAnyLog() {
        Resident resident = Resident.of(county);
        Command apply = resident.application();
        Reply applied = resident.file(apply);
        Case application = Case.created(apply, applied);
        Officer clerk = new Offices(county).clerk();
        application.declareNoConflict(clerk);
        Command accept = application.step("accept", Map.of("dupCheck", "NONE"), "checkList");
        Reply accepted = clerk.file(accept).expect(200);
        List<String> canaries = new ArrayList<>(apply.content().commitments().values());
        canaries.addAll(accept.content().commitments().values());
        canaries.addAll(List.of(
                apply.key().text(),
                accept.key().text(),
                resident.key().spki(),
                clerk.token(),
                clerk.token().substring(clerk.token().lastIndexOf('.') + 1)));
        canaries.addAll(refused(clerk));
        awaitLogOf(applied);
        awaitLogOf(accepted);
        noneIsLogged(canaries);
    }

    /** What is refused is not repeated in a log either. */
    private List<String> refused(Officer clerk) {
        String canary = "canary" + Key.next().text().replaceAll("[^A-Za-z0-9]", "");
        String key = Key.next().text();
        List<String> bodies = List.of(
                "{\"" + canary + "\": 1}",
                "{\"clear\": {\"band\": \"" + canary
                        + "\"}, \"notAfter\": \"2099-01-01T00:00:00Z\", \"action\": \"submit\"}",
                "{\"clear\": {\"" + canary + "\"",
                canary);
        for (String body : bodies) {
            county.gateway()
                    .postText(
                            "/v1/welfare-applications",
                            "application/json",
                            body,
                            "Idempotency-Key",
                            key,
                            "Authorization",
                            clerk.bearer(),
                            "Prefer",
                            "wait=30")
                    .expect(400, 403, 422);
        }
        Case nobody = new Case(Kind.APPLICATION, "0000", 1);
        clerk.submit(nobody.step("accept", Map.of("dupCheck", canary), "checkList"))
                .expect(404, 422);
        Device.Reading reading = new Device.Reading(canary, canary, Instant.now(), 1);
        county.oracle()
                .postBytes(
                        "/v1/readings", "application/cose", Device.fresh().message(new Device.Sent(canary, 1), reading))
                .expectProblem(422, "validation-failed");
        return List.of(canary, key);
    }

    /** The operation's own line is there, so a line about its content would be too. */
    private void awaitLogOf(Reply reply) {
        String operation = reply.at("/opId");
        Eventually.eventually(
                Duration.ofSeconds(10),
                () -> county.logs().getOrDefault("gateway.log", ""),
                log -> log.contains(operation));
    }

    private void noneIsLogged(List<String> canaries) {
        assertThat(canaries).allMatch(canary -> canary.length() > 20);
        county.logs()
                .forEach((name, text) -> canaries.forEach(canary -> assertThat(text.contains(canary))
                        .as("%s contains %s", name, canary)
                        .isFalse()));
    }
}
