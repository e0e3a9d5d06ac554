package org.countyledger.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Json;
import org.countyledger.acceptance.testing.Key;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.LedgerEndpoint;
import org.countyledger.acceptance.testing.Officer;
import org.countyledger.acceptance.testing.Reply;
import tools.jackson.databind.JsonNode;

/** Compares what clients were told with the ledger, seen at two organisations, and with the read side. */
public final class OnceOnTheLedger {
    private final County county;
    private final Officer reader;

    public OnceOnTheLedger(County county, Officer reader) {
        this.county = county;
        this.reader = reader;
    }

    /** Every operation has ended, what is sent again answers its first result, and then all of it stands just once. */
    public void check(Model model) {
        everyOperationHasEnded(model);
        sentAgainItAnswersTheFirstResult(model);
        try (LedgerEndpoint one = LedgerEndpoint.as(county, "CivilAffairsMSP.SYSTEM_TIMER");
                LedgerEndpoint other = LedgerEndpoint.as(county, "AuditMSP.SYSTEM_TIMER")) {
            model.created(Kind.APPLICATION).forEach(id -> standsOnce(model.promises(id), id, List.of(one, other)));
        }
    }

    /** One event for each promise, each on the one before, the same at two organisations and at the gateway. */
    private void standsOnce(List<Promise> promises, String id, List<LedgerEndpoint> ledgers) {
        List<JsonNode> shown =
                items(reader.get(Kind.APPLICATION.path(id) + "/events").expect(200));
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
