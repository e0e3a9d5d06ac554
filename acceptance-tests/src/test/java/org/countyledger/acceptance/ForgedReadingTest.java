package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.countyledger.acceptance.sensing.Device;
import org.countyledger.acceptance.sensing.Device.Reading;
import org.countyledger.acceptance.sensing.Device.Sent;
import org.countyledger.acceptance.sensing.Station;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The oracle takes a reading only from the key of its sensor, and only what can have been measured then. */
@ExtendWith(LegalCounty.class)
class ForgedReadingTest {
    private static final double FINE = 42.5;

    private final County county;
    private final Device device = Device.fresh();
    private final Station station;
    private final Instant now = Instant.now();

    ForgedReadingTest(Running running) {
        this.county = running.county();
        this.station = Station.open(county, device.spki(), now);
    }

    private Reading reading(Instant at, double value) {
        return new Reading(station.datastream(), Station.UNIT, at, value);
    }

    private Sent sent(long counter) {
        return new Sent(station.sensor(), counter);
    }

    private Reply send(byte[] message) {
        return county.oracle().postBytes("/v1/readings", "application/cose", message, "Accept-Language", "en");
    }

    private String standing() {
        return county.oracle()
                .get("/v1/datastreams/" + station.datastream())
                .expect(200)
                .text();
    }

    /** Neither the ledger nor what the oracle has in store is otherwise than before. */
    private Reply unchangedBy(Supplier<Reply> attempt) {
        String before = standing();
        Reply reply = Snapshot.unchangedBy(county, attempt);
        assertThat(standing()).isEqualTo(before);
        return reply;
    }

    private void refused(byte[] message, String reason) {
        Reply reply = unchangedBy(() -> send(message)).expectProblem(422, "validation-failed");
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/0");
        assertThat(reply.at("/errors/0/reason")).isEqualTo(reason);
    }

    @Test
    void aForgedSignatureIsRefused() {
        String reason = "The signature is invalid.";
        refused(device.forged(sent(1), reading(now, FINE)), reason);
        refused(device.transplanted(sent(1), reading(now, FINE), reading(now, 300)), reason);
        refused(Device.fresh().message(sent(1), reading(now, FINE)), reason);
    }

    @Test
    void aSensorThatNobodyRegisteredIsRefused() {
        refused(
                device.message(new Sent("nobody", 1), reading(now, FINE)),
                "The sensor is not registered, or not of this datastream.");
    }

    @Test
    void impossibleValuesAreRefused() {
        refused(device.message(sent(1), reading(now, -1)), "The value is negative.");
        refused(device.message(sent(1), reading(now, 10_000.5)), "The value is above 10,000.");
        unchangedBy(() -> send(device.message(sent(1), reading(now, Double.NaN))))
                .expectProblem(422, "validation-failed");
    }

    @Test
    void impossibleTimesAreRefused() {
        refused(device.message(sent(1), reading(now.plus(Duration.ofHours(1)), FINE)), "It is in the future.");
        refused(
                device.message(sent(1), reading(station.firstWindow().minusSeconds(1), FINE)),
                "It is before the datastream's first window.");
    }

    @Test
    void whatIsNoMessageIsRefused() {
        unchangedBy(() -> send(new byte[] {1, 2, 3})).expectProblem(400, "malformed-request");
        unchangedBy(() -> send(new byte[(1 << 20) + 1])).expectProblem(413, "payload-too-large");
        unchangedBy(() -> county.oracle().postText("/v1/readings", "text/plain", "42"))
                .expectProblem(415, "unsupported-media-type");
    }

    @Test
    void whatNoDeviceSignedNeedsAnOfficerOfTheEnvironmentDepartment() {
        Map<String, Object> feed = Map.of(
                "datastream", station.datastream(), "readings", List.of(Map.of("time", now.toString(), "value", FINE)));
        unchangedBy(() -> county.oracle().post("/v1/readings", feed)).expectProblem(401, "authentication-required");
        Offices offices = new Offices(county);
        unchangedBy(() -> county.oracle()
                        .post(
                                "/v1/readings",
                                feed,
                                "Authorization",
                                offices.clerk().bearer()))
                .expectProblem(403, "not-allowed");
    }
}
