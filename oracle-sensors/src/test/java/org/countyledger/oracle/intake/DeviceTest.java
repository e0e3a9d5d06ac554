package org.countyledger.oracle.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sensing.MerkleTree;
import org.countyledger.oracle.sensor.Measurement;
import org.countyledger.oracle.sensor.TestDevice;
import org.countyledger.oracle.testing.Oracle;
import org.countyledger.oracle.testing.Reply;
import org.countyledger.oracle.testing.SharedCounty;
import org.countyledger.oracle.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class DeviceTest {
    private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");

    private final TestCounty county;
    private final Oracle oracle;

    DeviceTest(TestCounty county) {
        this.county = county;
        this.oracle = county.oracle();
    }

    /** A device that is registered with a datastream of its own. */
    private record Placed(TestDevice device, String sensor, String datastream, Instant first) {
        byte[] message(long counter, int second, String value) {
            return device.message(sensor, counter, TestDevice.pm25(datastream, first.plusSeconds(second), value));
        }
    }

    private Placed place(TestDevice device) {
        return place(device, FIRST);
    }

    private Placed place(TestDevice device, Instant first) {
        String sensor = county.offices().sensor(device.spki());
        return new Placed(device, sensor, county.offices().datastream(first, List.of(sensor)), first);
    }

    /** Begins in less than a minute or has begun: a window that does not close under the test's hands. */
    private static Instant hourAtHand() {
        return Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.HOURS);
    }

    private static byte[] sequence(byte[]... messages) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(messages).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private void refused(byte[] messages, String reason) {
        Reply reply = oracle.send(messages).expect(422);
        assertThat(reply.at("/errors/0/reason")).contains(reason);
    }

    @Test
    void messagesOfBothSortsOfKeysAreTakenWithoutATokenAndAreLeavesOfTheirWindow() {
        for (TestDevice device : List.of(TestDevice.ed25519(), TestDevice.p256())) {
            Placed placed = place(device);
            byte[] one = placed.message(1, 10, "35.4");
            byte[] two = placed.message(2, 20, "36");
            Reply taken = oracle.send(sequence(one, two)).expect(202);
            assertThat(taken.numberAt("/accepted")).isEqualTo(2);
            oracle.reached(placed.datastream(), 0);
            Clear window = county.offices()
                    .about(Kind.WINDOW_BATCH, placed.datastream())
                    .getFirst()
                    .fields()
                    .objects("windows")
                    .getFirst();
            assertThat(window.text("root")).contains(MerkleTree.root(List.of(one, two)));
            assertThat(window.integer("sum")).contains(71_400L);
        }
    }

    @Test
    void aForgedSignatureIsRefused() {
        Placed placed = place(TestDevice.ed25519());
        Placed forger = new Placed(TestDevice.ed25519(), placed.sensor(), placed.datastream(), FIRST);
        refused(forger.message(1, 10, "1"), "signature is invalid");
        byte[] changed = placed.message(1, 10, "1");
        changed[changed.length - 1] ^= 1;
        refused(changed, "signature is invalid");
    }

    @Test
    void aReplayedCounterIsRefusedAndTheSameMessageAgainIsADuplicate() {
        Placed placed = place(TestDevice.ed25519(), hourAtHand());
        byte[] fifth = placed.message(5, 10, "1");
        oracle.send(fifth).expect(202);
        refused(placed.message(5, 20, "1"), "counter does not rise");
        refused(placed.message(4, 20, "1"), "counter does not rise");
        assertThat(oracle.send(fifth).expect(202).numberAt("/duplicates")).isEqualTo(1);
        oracle.send(placed.message(9, 20, "1")).expect(202);
    }

    @Test
    void oneBadMessageKeepsTheWholeRequestOut() {
        Placed placed = place(TestDevice.ed25519());
        Reply reply = oracle.send(sequence(
                        placed.message(1, 10, "1"), placed.message(2, 20, "10001"), placed.message(3, -5, "1")))
                .expect(422);
        assertThat(reply.body().path("errors").findValuesAsString("pointer")).containsExactly("/1", "/2");
        assertThat(oracle.get("/v1/datastreams/" + placed.datastream()).numberAt("/pending"))
                .isZero();
        oracle.send(placed.message(1, 10, "1")).expect(202);
    }

    @Test
    void aSensorMustBeKnownActiveAndOfTheDatastream() {
        Placed placed = place(TestDevice.ed25519());
        TestDevice other = TestDevice.ed25519();
        Measurement measurement = TestDevice.pm25(placed.datastream(), FIRST, "1");
        refused(other.message("00000000-0000-8000-8000-000000000000", 1, measurement), "not registered");
        String uncalibrated = county.offices().registered(other.spki());
        refused(other.message(uncalibrated, 1, measurement), "not active");
        TestDevice stranger = TestDevice.ed25519();
        refused(stranger.message(county.offices().sensor(stranger.spki()), 1, measurement), "not of this datastream");
        Measurement otherUnit = new Measurement(placed.datastream(), "mg/m3", FIRST, java.math.BigDecimal.ONE);
        refused(placed.device().message(placed.sensor(), 1, otherUnit), "unit");
    }

    @Test
    void bytesThatAreNoCoseAreMalformed() {
        assertThat(oracle.send(new byte[] {1, 2, 3}).expect(400).at("/code")).isEqualTo("malformed-request");
    }
}
