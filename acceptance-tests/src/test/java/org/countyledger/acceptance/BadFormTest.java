package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Key;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Papers;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is badly written gets its coded problem and changes nothing. */
@ExtendWith(LegalCounty.class)
class BadFormTest {
    private static final String APPLICATIONS = "/v1/welfare-applications";
    private static final String JSON = "application/json";

    private final County county;
    private final Offices offices;

    BadFormTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
    }

    private Reply post(String contentType, String text) {
        return Snapshot.unchangedBy(
                county,
                () -> county.gateway()
                        .postText(
                                APPLICATIONS,
                                contentType,
                                text,
                                "Idempotency-Key",
                                Key.next().text()));
    }

    @Test
    void malformedJsonIsRefused() {
        post(JSON, "{\"clear\": {\"band\":").expectProblem(400, "malformed-request");
        post(JSON, "{\"clear\": {\"band\": 1, \"band\": 2}}").expectProblem(400, "malformed-request");
        post(JSON, "").expectProblem(400, "malformed-request");
        post(JSON, "[".repeat(5000)).expectProblem(400, "malformed-request");
    }

    @Test
    void unknownFieldsAreRefusedByTheGatewayAndByTheTable() {
        Reply outer = post(JSON, "{\"colour\": \"red\"}").expectProblem(422, "validation-failed");
        assertThat(outer.at("/errors/0/pointer")).isEqualTo("/colour");
        Resident resident = Resident.of(county);
        Command command = resident.application();
        Map<String, Object> more = new HashMap<>(command.content().clear());
        more.put("colour", "red");
        Command extended =
                command.with(new Command.Content(more, command.content().commitments()));
        Reply inner = Snapshot.unchangedBy(county, () -> resident.submit(extended));
        assertThat(inner.expectProblem(422, "validation-failed").at("/errors/0/pointer"))
                .isEqualTo("/clear/colour");
        assertThat(inner.at("/refusalCode")).isEqualTo("FIELD_UNKNOWN");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        post(JSON, "{\"expectedSeq\": 99999999999999999999}").expectProblem(422, "validation-failed");
        post(JSON, "{\"expectedSeq\": -1}").expectProblem(422, "validation-failed");
        Map<String, Object> sensor = Map.of(
                "key",
                Resident.of(county).key().spki(),
                "model",
                "far-away",
                "town",
                Resident.TOWN,
                "longitudeMicrodegrees",
                180_000_001,
                "latitudeMicrodegrees",
                39_900_000,
                "firmwareDigest",
                Key.sha256("firmware"));
        Map<String, Object> body = Map.of("action", "register", "clear", sensor);
        Reply reply = Snapshot.unchangedBy(county, () -> offices.installer().post("/v1/sensors", body, Key.next()));
        assertThat(reply.expectProblem(422, "validation-failed").at("/errors/0/pointer"))
                .isEqualTo("/clear/longitudeMicrodegrees");
    }

    @Test
    void otherMediaTypesAndOversizedBodiesAreRefused() {
        post("text/plain", "hello").expectProblem(415, "unsupported-media-type");
        post("application/xml", "<clear/>").expectProblem(415, "unsupported-media-type");
        post(JSON, "{\"clear\": \"" + "x".repeat(1 << 20) + "\"}").expectProblem(413, "payload-too-large");
    }

    @Test
    void aCommandNeedsAnIdempotencyKeyThatNobodyCanGuess() {
        Resident resident = Resident.of(county);
        Object body = resident.application().body(List.of());
        Reply missing = Snapshot.unchangedBy(county, () -> county.gateway().post(APPLICATIONS, body));
        missing.expectProblem(400, "idempotency-key-missing");
        for (String weak : List.of("1", "apply", "0123456789abcdef")) {
            Snapshot.unchangedBy(county, () -> county.gateway().post(APPLICATIONS, body, "Idempotency-Key", weak))
                    .expect(400);
        }
    }

    @Test
    void aKeyThatWasUsedForSomethingElseIsRefusedAndTheSameAgainAnswersTheFirstResult() {
        Resident resident = Resident.of(county);
        Command first = resident.application();
        Reply written = resident.file(first).expect(201);
        Command other = first.with(
                new Command.Content(first.content().clear(), Papers.of(Kind.APPLICATION, "form", "consent")));
        Snapshot.unchangedBy(county, () -> resident.submit(other)).expectProblem(422, "idempotency-key-reused");
        Reply again = Snapshot.unchangedBy(county, () -> resident.submit(first)).expect(201);
        assertThat(again.at("/receiptTxId")).isEqualTo(written.at("/receiptTxId"));
        assertThat(again.at("/recordId")).isEqualTo(written.at("/recordId"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Case nobody = new Case(Kind.APPLICATION, Key.next().recordId("WelfareApplication"), 1);
        Map<String, Object> clear = Map.of("dupCheck", "NONE");
        Command accept = nobody.step("accept", clear, "checkList");
        Snapshot.unchangedBy(county, () -> offices.clerk().submit(accept)).expectProblem(404, "not-found-or-hidden");
        offices.clerk().get(nobody.path()).expectProblem(404, "not-found-or-hidden");
        offices.clerk().get("/v1/unicorns").expectProblem(404, "not-found-or-hidden");
        Snapshot.unchangedBy(county, () -> offices.clerk().submit(nobody.step("fly", clear)))
                .expectProblem(404, "not-found-or-hidden");
    }
}
