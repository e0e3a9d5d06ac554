package org.countyledger.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.countyledger.acceptance.sensing.Device;
import org.countyledger.acceptance.sensing.Prsa;
import org.countyledger.acceptance.sensing.Station;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Eventually;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Snapshot;

/** One sensor that sends hour after hour, each until the oracle has acknowledged it, and a model of its exceedances. */
public final class AirLoad {
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final double CLEAN = 20;
    private static final double FOUL = 200;
    private static final int CLEAN_HOURS_LAST = 4;

    private final County county;
    private final Offices offices;
    private final Device device = Device.fresh();
    private final Station station;
    private final Random random;
    private final List<Double> acknowledged = new ArrayList<>();

    public AirLoad(County county, Random random) {
        this.county = county;
        this.offices = new Offices(county);
        this.station = Station.open(county, device.spki(), START);
        this.random = random;
    }

    /** Sends so many hours, then some clean ones, so that the number of exceedances is certain. */
    public void send(int hours, Instant end) {
        for (int hour = 0; hour < hours; hour++) {
            acknowledge(random.nextInt(3) == 0 ? CLEAN : FOUL, end);
        }
        for (int hour = 0; hour < CLEAN_HOURS_LAST; hour++) {
            acknowledge(CLEAN, end);
        }
    }

    private void acknowledge(double value, Instant end) {
        int hour = acknowledged.size();
        byte[] message = device.message(
                new Device.Sent(station.sensor(), hour),
                new Device.Reading(
                        station.datastream(),
                        Station.UNIT,
                        START.plus(Duration.ofHours(hour)).plusSeconds(600),
                        value));
        while (!isAcknowledged(message)) {
            assertThat(Instant.now())
                    .as("hour %d was not acknowledged in time", hour)
                    .isBefore(end);
            Eventually.pause();
        }
        acknowledged.add(value);
    }

    private boolean isAcknowledged(byte[] message) {
        try {
            Reply reply = county.oracle().postBytes("/v1/readings", "application/cose", message);
            if (List.of(429, 502, 503).contains(reply.status())) {
                return false;
            }
            reply.expect(202);
            return reply.number("/accepted") + reply.number("/duplicates") == 1;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Readings that the oracle said it has. */
    public int acknowledged() {
        return acknowledged.size();
    }

    /** Waits until the ledger has exactly the exceedances that the acknowledged hours make; answers their number. */
    public long awaitExceedances(Duration limit) {
        long expected = new Prsa(acknowledged.stream().map(OptionalDouble::of).toList()).exceedances();
        Eventually.eventually(limit, this::recorded, count -> count == expected);
        return expected;
    }

    private long recorded() {
        return Snapshot.list(offices.duty(), Kind.EXCEEDANCE)
                .filter(item -> item.at("/header/fields/datastream").asString().equals(station.datastream()))
                .count();
    }
}
