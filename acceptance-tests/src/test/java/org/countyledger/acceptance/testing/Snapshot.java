package org.countyledger.acceptance.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/**
 * What can be seen of a county from outside: the height of the ledger and, for each kind, every record with its sequence and
 * last transaction.
 */
public record Snapshot(long height, Map<Kind, List<String>> records) {
    private static final List<Kind> KINDS =
            List.of(Kind.APPLICATION, Kind.GRIEVANCE, Kind.CONFLICT, Kind.SENSOR, Kind.DATASTREAM);

    public static Snapshot of(County county) {
        try (LedgerEndpoint ledger = LedgerEndpoint.as(county, "AuditMSP.SYSTEM_TIMER")) {
            return new Snapshot(
                    ledger.height(),
                    KINDS.stream().collect(Collectors.toMap(kind -> kind, kind -> records(county, kind))));
        }
    }

    /** The records of a kind. */
    public List<String> records(Kind kind) {
        return records.getOrDefault(kind, List.of());
    }

    /** Tries something that must be refused, and holds that nothing is otherwise than before. */
    public static Reply unchangedBy(County county, Supplier<Reply> attempt) {
        Snapshot before = of(county);
        Reply reply = attempt.get();
        Assertions.assertThat(of(county))
                .as("what is there after %s, which answered %s", reply.request(), reply.text())
                .isEqualTo(before);
        return reply;
    }

    private static List<String> records(County county, Kind kind) {
        return list(new Offices(county).auditor(), kind)
                .map(item -> item.path("id").asString() + " "
                        + item.path("seq").asLong() + " "
                        + item.at("/header/position/lastTxId").asString())
                .sorted()
                .toList();
    }

    /** Every record of a kind, page by page. */
    public static Stream<JsonNode> list(Officer reader, Kind kind) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = reader.get("/v1/" + kind.collection() + "?limit=200" + cursor)
                    .expect(200);
            page.body().path("items").forEach(items::add);
            cursor = page.at("/nextCursor").isEmpty() ? "" : "&cursor=" + page.at("/nextCursor");
        } while (!cursor.isEmpty());
        return items.stream();
    }
}
