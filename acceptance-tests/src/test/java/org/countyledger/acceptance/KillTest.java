package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.countyledger.acceptance.load.Load;
import org.countyledger.acceptance.load.Model;
import org.countyledger.acceptance.load.Promise;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Json;
import org.countyledger.acceptance.testing.Key;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.LedgerEndpoint;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Snapshot;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** kill -9 in mid-load, then {@code county up}: nothing that was acknowledged is lost, nothing is applied twice. */
@ExtendWith(LegalCounty.class)
@Timeout(value = 400, unit = TimeUnit.SECONDS)
class KillTest {
    private static final int WALKS = 2;
    private static final int COMMANDS = 16 * WALKS * 8;
    private static final long SEED = Long.getLong("county.seed", 20_260_301L);

    private final County county;
    private final Offices offices;

    KillTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "gateway"})
    void whatWasAcknowledgedStandsOnTheLedgerOnce(String process) {
        Snapshot before = Snapshot.of(county);
        int killedAfter = new Random(SEED).nextInt(COMMANDS / 6, COMMANDS / 2);

        Load load = new Load(county, WALKS);
        Model model = load.run(killedAfter, () -> {
            kill(process);
            assertThat(load.promised()).as("commands promised before the kill").isLessThan(COMMANDS);
            county.start("up").expect(0);
        });

        assertThat(model.count()).isEqualTo(COMMANDS);
        Snapshot after = Snapshot.of(county);
        List<String> applications = created(model, Kind.APPLICATION);
        assertThat(applications).hasSize(16 * WALKS);
        for (Kind kind : List.of(Kind.APPLICATION, Kind.CONFLICT)) {
            assertThat(after.records(kind))
                    .hasSize(before.records(kind).size() + created(model, kind).size());
        }
        try (LedgerEndpoint one = LedgerEndpoint.as(county, "CivilAffairsMSP.SYSTEM_TIMER");
                LedgerEndpoint other = LedgerEndpoint.as(county, "AuditMSP.SYSTEM_TIMER")) {
            applications.forEach(id -> standsOnce(model, id, List.of(one, other)));
        }
        everyOperationHasEnded(model);
        sentAgainItAnswersTheFirstResult(model);
        assertThat(Snapshot.of(county)).isEqualTo(after);
        county.run("ledger", "verify").expect(0);
    }

    private void kill(String process) {
        ProcessHandle handle = county.process(process);
        assertThat(handle.destroyForcibly()).isTrue();
        handle.onExit().join();
    }

    private static List<String> created(Model model, Kind kind) {
        return model.promises().stream()
                .map(promise -> promise.command().target())
                .filter(target -> target.kind() == kind && target.seq() == 0)
                .map(target -> target.id())
                .distinct()
                .toList();
    }

    /** One event for each promise, each on the one before, the same at two organisations and at the gateway. */
    private void standsOnce(Model model, String id, List<LedgerEndpoint> ledgers) {
        List<Promise> promises = model.promises(id);
        List<JsonNode> shown =
                items(offices.clerk().get(Kind.APPLICATION.path(id) + "/events").expect(200));
        assertThat(shown)
                .extracting(item -> item.path("txId").asString())
                .containsExactlyElementsOf(promises.stream().map(Promise::txId).toList());
        assertThat(shown)
                .extracting(item -> item.at("/event/step/action").asString())
                .containsExactlyElementsOf(promises.stream()
                        .map(promise -> promise.command().target().action())
                        .toList());
        assertThat(shown)
                .extracting(item -> item.at("/event/seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, promises.size()).boxed().toList());
        List<String> events =
                shown.stream().map(item -> Json.canonical(item.path("event"))).toList();
        for (int i = 1; i < events.size(); i++) {
            assertThat(shown.get(i).at("/event/prevEventDigest").asString()).isEqualTo(Key.sha256(events.get(i - 1)));
        }
        ledgers.forEach(ledger -> assertThat(onLedger(ledger, id)).isEqualTo(events));
    }

    private static List<JsonNode> items(Reply page) {
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .toList();
    }

    private static List<String> onLedger(LedgerEndpoint ledger, String id) {
        JsonNode events = ledger.evaluate("events", Kind.APPLICATION.wireName(), id, "1", "200");
        return StreamSupport.stream(events.spliterator(), false)
                .map(Json::canonical)
                .toList();
    }

    private void everyOperationHasEnded(Model model) {
        assertThat(model.operations()).isNotEmpty().allSatisfy(id -> {
            Reply operation = county.gateway()
                    .get("/v1/operations/" + id, "Prefer", "wait=30")
                    .expect(200);
            assertThat(operation.at("/commitStatus")).isIn("VALID", "INVALID");
        });
    }

    private static void sentAgainItAnswersTheFirstResult(Model model) {
        assertThat(model.promises())
                .allSatisfy(promise -> assertThat(
                                promise.again().get().expect(200, 201).at("/receiptTxId"))
                        .isEqualTo(promise.txId()));
    }
}
