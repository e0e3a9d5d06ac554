package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.countyledger.client.block.BlockDecoder;
import org.countyledger.client.block.KeyWrite;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Event;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Eventually;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedCounty.class)
class MetricsTest {
    private final TestCounty county;
    private final Api api;

    MetricsTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    private Reply metric(String path) {
        return api.read(api.as(Officer.AUDITOR), "/v1/audit/metrics/" + path);
    }

    /** Clocks met and due by name, as the blocks up to this one say; nothing of the gateway is used. */
    private Map<String, long[]> metAndDue(long toBlock) {
        BlockStore blocks = county.network().ledger().blocks();
        Map<String, Event.ClockChange> last = new HashMap<>();
        java.time.Instant[] end = {java.time.Instant.EPOCH};
        LongStream.rangeClosed(0, toBlock)
                .mapToObj(blocks::block)
                .flatMap(Optional::stream)
                .flatMap(block -> new BlockDecoder("county").block(block).transactions().stream())
                .filter(TransactionSummary::isValid)
                .flatMap(transaction -> transaction.invocation().stream())
                .flatMap(invocation -> invocation.writes().stream())
                .forEach(write -> note(write, last, end));
        Map<String, long[]> figures = new TreeMap<>();
        last.forEach((key, clock) -> {
            boolean isDue = clock.dueAt().isBefore(end[0]);
            if (isDue && clock.state() != Clock.State.CANCELLED && clock.state() != Clock.State.PAUSED) {
                long[] figure = figures.computeIfAbsent(clock.name(), unused -> new long[2]);
                figure[0] += clock.state() == Clock.State.MET ? 1 : 0;
                figure[1]++;
            }
        });
        return figures;
    }

    private static void note(KeyWrite write, Map<String, Event.ClockChange> last, java.time.Instant[] end) {
        if (LedgerKey.parse(write.key()).orElse(null) instanceof LedgerKey.EventKey key) {
            Event event = CanonicalJson.read(write.value().orElseThrow().toStringUtf8(), Event.class);
            event.clocks().forEach(clock -> last.put(key.kind() + key.id() + clock.name() + clock.n(), clock));
            end[0] = event.at().isAfter(end[0]) ? event.at() : end[0];
        }
    }

    @Test
    void theReadModelGivesTheFiguresThatTheBlocksGive() {
        Resident complainant = new Resident(api);
        complainant.create("grievances", complainant.complaint()).expect(201);
        Welfare.submitted(api).accepted();
        untilTheFirstClockIsDue();
        long toBlock = county.bean(Position.class).block();
        Map<String, long[]> expected = metAndDue(toBlock);
        JsonNode cells = metric("M01?toBlock=" + toBlock).expect(200).body().path("cells");
        Map<String, long[]> found = new TreeMap<>();
        cells.forEach(cell -> {
            long[] figure = found.computeIfAbsent(cell.path("clock").asString(), unused -> new long[2]);
            figure[0] += cell.path("x").asLong();
            figure[1] += cell.path("y").asLong();
        });
        assertThat(found.keySet()).isEqualTo(expected.keySet()).isNotEmpty();
        expected.forEach(
                (clock, figure) -> assertThat(found.get(clock)).as(clock).isEqualTo(figure));
    }

    /** The ledger's time is that of its last event, so something must happen after the moment. */
    private void untilTheFirstClockIsDue() {
        Eventually.eventually(
                () -> {
                    Welfare.submitted(api);
                    return metric("M01").expect(200);
                },
                reply -> reply.body().findValuesAsString("clock").contains("ROUTE_SERVICE"));
    }

    @Test
    void aRangeCountsItsOwnBlocksAndSaysWhatWasAsked() {
        Welfare first = Welfare.submitted(api);
        Reply events = api.read(api.as(Officer.CLERK), first.path() + "/events").expect(200);
        long block = events.numberAt("/items/0/block");
        county.bean(Position.class).await(block, Duration.ofSeconds(10));
        Reply one = metric("M10?fromBlock=" + block + "&toBlock=" + block).expect(200);
        assertThat(one.numberAt("/cells/1/y")).isZero();
        assertThat(one.at("/purpose")).isEqualTo("DEMO");
        assertThat(one.at("/queryDigest")).hasSize(64);
        Reply again = metric("M10?fromBlock=" + block + "&toBlock=" + block).expect(200);
        assertThat(again.body()).isEqualTo(one.body());
        assertThat(metric("M10?fromBlock=0&toBlock=" + block).expect(200).at("/queryDigest"))
                .isNotEqualTo(one.at("/queryDigest"));
        metric("M10?fromBlock=5&toBlock=4").expect(422);
        metric("M10?fromBlock=-1").expect(422);
        metric("M10?toBlock=999999999").expect(422);
        metric("M10?toBlock=x").expect(400);
    }

    @Test
    void everyMetricCanBeAskedAndThePublicSeesNothingAboutFewerThanFive() {
        Reply published = api.read(api.anybody(), "/v1/public/metrics").expect(200);
        List<String> names = published.body().path("items").findValuesAsString("metric");
        assertThat(names).hasSize(22).contains("M01", "M05", "M15", "M22");
        names.forEach(name -> metric(name).expect(200));
        published
                .body()
                .path("items")
                .forEach(item -> item.path("cells").forEach(cell -> {
                    if (cell.path("suppressed").asBoolean()) {
                        assertThat(cell.has("x") || cell.has("y") || cell.has("permille") || cell.has("p50Seconds"))
                                .isFalse();
                    } else {
                        assertThat(cell.path("y").asLong()).isGreaterThanOrEqualTo(5);
                    }
                }));
        assertThat(published.body().toString()).contains("\"suppressed\":true");
    }
}
