package org.countyledger.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.acceptance.sensing.Device;
import org.countyledger.acceptance.sensing.Station;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Eventually;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Snapshot;
import tools.jackson.databind.JsonNode;

/** One new sensor that sends what it measures now, each reading until the oracle has taken or refused it. */
public final class AirLoad {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long MILLI = 1_000;
    private static final int ACCEPTED = 202;
    private static final int ACCEPTED_AND_VALID = 200;
    private static final int REFUSED = 422;
    private static final String ALREADY_CLOSED = "该窗口已上链";

    private final County county;
    private final Offices offices;
    private final Device device = Device.fresh();
    private final Station station;
    private final SortedMap<Integer, List<Integer>> acknowledged = new TreeMap<>();
    private Instant last = Instant.EPOCH;

    public AirLoad(County county) {
        this.county = county;
        this.offices = new Offices(county);
        this.station = Station.open(county, device.spki(), Instant.now().truncatedTo(ChronoUnit.MINUTES), WINDOW);
    }

    /** Sends so many readings. */
    public void send(int readings, Random random, Instant end) {
        for (int counter = 0; counter < readings; counter++) {
            send(counter, random.nextInt(1, 100), end);
            Eventually.pause();
        }
    }

    private void send(int counter, int value, Instant end) {
        Instant at = next();
        byte[] message = device.message(
                new Device.Sent(station.sensor(), counter),
                new Device.Reading(station.datastream(), Station.UNIT, at, value));
        int status = post(message);
        while (status != ACCEPTED && status != REFUSED) {
            assertThat(Instant.now())
                    .as("reading %d was not answered in time", counter)
                    .isBefore(end);
            Eventually.pause();
            status = post(message);
        }
        if (status == ACCEPTED) {
            int window =
                    Math.toIntExact(Duration.between(station.firstWindow(), at).dividedBy(WINDOW));
            acknowledged.computeIfAbsent(window, unused -> new ArrayList<>()).add(value);
        }
    }

    /** A second has one reading; a few may lie a little ahead of the clock. */
    private Instant next() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        last = now.isAfter(last) ? now : last.plusSeconds(1);
        return last;
    }

    /** The answer's status; 0 if there was none. */
    private int post(byte[] message) {
        try {
            Reply reply = county.oracle().postBytes("/v1/readings", "application/cose", message);
            if (reply.status() == REFUSED) {
                assertThat(reply.text()).contains(ALREADY_CLOSED);
            }
            return reply.status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** Waits until the windows are on the ledger, and holds that what was acknowledged is in them, once. */
    public long checkOnTheLedger(Duration limit) {
        int last = acknowledged.lastKey();
        List<JsonNode> windows = Eventually.eventually(limit, this::windows, found -> found.size() > last);
        for (int n = 0; n <= last; n++) {
            List<Integer> values = acknowledged.getOrDefault(n, List.of());
            assertThat(windows.get(n).path("count").asInt())
                    .as("readings in window %d", n)
                    .isEqualTo(values.size());
            assertThat(windows.get(n).path("sum").asLong())
                    .as("sum of window %d", n)
                    .isEqualTo(values.stream().mapToLong(Integer::longValue).sum() * MILLI);
        }
        return acknowledged.values().stream().mapToLong(List::size).sum();
    }

    /** Ends the datastream, which would have missing windows for ever. */
    public void close() {
        Eventually.eventually(
                County.PATIENCE,
                () -> offices.inspector()
                        .submit(Case.seen(offices.inspector(), Kind.DATASTREAM, station.datastream())
                                .step("close", Map.of("reason", "TESTED"))),
                reply -> reply.status() == ACCEPTED_AND_VALID);
    }

    /** All windows of this datastream, which batches must hold without a gap and without an overlap. */
    private List<JsonNode> windows() {
        List<JsonNode> batches = Snapshot.list(offices.duty(), Kind.WINDOW_BATCH)
                .map(item -> item.at("/header/fields"))
                .filter(fields -> fields.path("datastream").asString().equals(station.datastream()))
                .sorted(Comparator.comparingLong(fields -> fields.path("first").asLong()))
                .toList();
        List<JsonNode> windows = new ArrayList<>();
        for (JsonNode batch : batches) {
            assertThat(batch.path("first").asInt())
                    .as("first window of a batch")
                    .isEqualTo(windows.size());
            batch.path("windows").forEach(windows::add);
            assertThat(batch.path("last").asInt()).as("last window of a batch").isEqualTo(windows.size() - 1);
        }
        return windows;
    }
}
