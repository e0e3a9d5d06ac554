package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countyledger.acceptance.sensing.Device;
import org.countyledger.acceptance.sensing.Station;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.DemoCounty;
import org.countyledger.acceptance.testing.Eventually;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Live readings that devices signed raise an exceedance, which a grid worker and the environment department handle. */
@ExtendWith(DemoCounty.class)
class AirTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** Two hours above 150 raise; two at or below 115 do not clear, three do; a missing hour neither counts nor resets. */
    private static final double[] HOURS = {40, 150.001, Double.NaN, 200, 115, 100, 116, 115, Double.NaN, 110, 20, 30};

    private final County county;
    private final Offices offices;
    private final Device device = Device.fresh();
    private final Station station;

    AirTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
        this.station = Station.open(county, device.spki(), START);
    }

    private Reply send(int counter, int hour, double value) {
        Device.Reading reading = new Device.Reading(
                station.datastream(),
                Station.UNIT,
                START.plus(Duration.ofHours(hour)).plusSeconds(600),
                value);
        return county.oracle()
                .postBytes(
                        "/v1/readings",
                        "application/cose",
                        device.message(new Device.Sent(station.sensor(), counter), reading));
    }

    private List<JsonNode> exceedances() {
        return Snapshot.list(offices.duty(), Kind.EXCEEDANCE)
                .filter(item -> item.at("/header/fields/datastream").asString().equals(station.datastream()))
                .toList();
    }

    private void measured(int from, int to) {
        for (int hour = from; hour < to; hour++) {
            if (!Double.isNaN(HOURS[hour])) {
                assertThat(send(hour, hour, HOURS[hour]).expect(202).number("/accepted"))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void twoHoursAboveRaiseAnExceedanceThatIsHandledAndClosedOnceTheAirIsGoodAgain() {
        measured(0, 5);
        List<JsonNode> raised = Eventually.eventually(County.PATIENCE, this::exceedances, found -> !found.isEmpty());
        assertThat(raised).hasSize(1);
        assertThat(raised.getFirst().path("state").asString()).isEqualTo("NEW");
        assertThat(raised.getFirst().at("/header/clocks").findValuesAsString("name"))
                .contains("ACK", "ON_SITE");
        Case exceedance = Case.seen(
                offices.duty(), Kind.EXCEEDANCE, raised.getFirst().path("id").asString());
        handled(exceedance);
        Reply tooEarly = offices.duty().submit(exceedance.step("verify", Map.of()));
        assertThat(tooEarly.expectProblem(422, "validation-failed").at("/refusalCode"))
                .isEqualTo("CONDITION_NOT_CLEARED");
        measured(5, HOURS.length);
        Eventually.eventually(
                County.PATIENCE,
                () -> offices.duty().get(exceedance.path()).expect(200).body().path("overlays"),
                overlays -> overlays.toString().contains("CLEARED"));
        Reply byHandler = offices.inspector().submit(exceedance.step("verify", Map.of()));
        byHandler.expectProblem(403, "not-allowed");
        exceedance.take(offices.duty(), "verify", Map.of());
        exceedance.await(offices.duty(), "CLOSED");
        assertThat(exceedances()).hasSize(1);
    }

    private void handled(Case exceedance) {
        exceedance.take(offices.gridWorker("990121101001"), "acknowledge", Map.of());
        exceedance.take(offices.gridWorker("990121101001"), "arrive", Map.of(), "presence");
        exceedance.take(offices.gridWorker("990121101001"), "recordCause", Map.of("causeCode", "DUST"), "note");
        exceedance.take(offices.inspector(), "handle", Map.of("measureCode", "COVERED"), "note");
    }

    @Test
    void oneSensorsReadingIsTakenOnceAndNeverTwiceWithAnotherValue() {
        assertThat(send(1, 0, 40).expect(202).number("/accepted")).isEqualTo(1);
        assertThat(send(1, 0, 40).expect(202).number("/duplicates")).isEqualTo(1);
        List<Reply> refused = new ArrayList<>(List.of(send(2, 0, 41), send(1, 1, 40)));
        assertThat(refused).allSatisfy(reply -> reply.expectProblem(422, "validation-failed"));
        String standing = county.oracle()
                .get("/v1/datastreams/" + station.datastream())
                .expect(200)
                .at("/pending");
        assertThat(standing).isIn("0", "1");
    }
}
