package org.countyledger.network.demo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.OracleApi;
import org.countyledger.network.api.Pause;
import org.countyledger.network.api.Written;
import org.countyledger.network.inventory.Town;
import org.countyledger.network.setup.Stations;

/** Real readings raise exceedances; a grid worker and the environment department handle one. */
final class AirStory {
    private static final List<Sample> SAMPLES = List.of(
            Sample.read("Aotizhongxin", "/demo/prsa-aotizhongxin-2015-12-11.csv"),
            Sample.read("Dingling", "/demo/prsa-dingling-2015-12-11.csv"));
    private static final String ECOLOGY = "ecology";
    private static final int READINGS_AT_ONCE = 24;
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stage stage;
    private final OracleApi oracle;
    private final Stations stations;

    AirStory(Stage stage) {
        this.stage = stage;
        this.oracle = stage.offices().oracle(stage.county());
        this.stations = new Stations(stage.gateway(), stage.offices(), stage.county());
    }

    void tell() {
        stage.narrator().chapter("Air: three weeks of hourly PM2.5 of two real stations, fed as they were measured");
        List<Town> towns = stage.county().inventory().towns();
        for (int i = 0; i < SAMPLES.size(); i++) {
            measure(SAMPLES.get(i), towns.get(i));
        }
        List<Header> raised = stage.gateway().list(Kind.EXCEEDANCE);
        Header first = raised.stream()
                .filter(header -> header.state().equals("NEW"))
                .min(Comparator.comparing(
                        header -> header.fields().text("raisedAt").orElse("")))
                .orElseThrow(
                        () -> new CountyException("The readings raised no new exceedance: look at the oracle's log"));
        handle(first);
    }

    private void measure(Sample sample, Town town) {
        Town.Grid grid = town.grids().getFirst();
        String sensor = stations.ensureAdapter();
        String datastream =
                stations.ensureDatastream(new Stations.Station(sample.station(), town, grid, sample.start()), sensor);
        feed(sample, datastream);
        Written batch = stage.now(stage.offices().one(ECOLOGY, Role.ENV_DUTY), Kind.DATASTREAM, datastream);
        long exceedances = stage.gateway().list(Kind.EXCEEDANCE).stream()
                .filter(header -> header.fields()
                        .text("datastream")
                        .filter(datastream::equals)
                        .isPresent())
                .count();
        stage.narrator()
                .step(
                        "%s: %d readings, %d exceedances, each batch signed."
                                .formatted(sample.station(), sample.readings().size(), exceedances),
                        batch);
    }

    private void feed(Sample sample, String datastream) {
        if (oracle.lastWindow(datastream) >= sample.lastWindow()) {
            return;
        }
        List<OracleApi.Reading> readings = sample.readings();
        for (int from = 0; from < readings.size(); from += READINGS_AT_ONCE) {
            oracle.measure(datastream, readings.subList(from, Math.min(readings.size(), from + READINGS_AT_ONCE)));
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (oracle.lastWindow(datastream) < sample.lastWindow()) {
            if (System.nanoTime() > end) {
                throw new CountyException("The windows of " + sample.station()
                        + " did not reach the ledger in time: look at the oracle's log");
            }
            Pause.forAWhile(LOOK);
        }
    }

    private void handle(Header exceedance) {
        String grid = exceedance.fields().text("grid").orElseThrow();
        String worker = stage.offices().ofGrid(grid);
        String inspector = stage.offices().one(ECOLOGY, Role.ENV_INSPECTOR);
        String duty = stage.offices().one(ECOLOGY, Role.ENV_DUTY);
        Written raised = new Written(
                Kind.EXCEEDANCE,
                exceedance.id(),
                exceedance.seq(),
                exceedance.position().lastTxId());
        stage.narrator().step("An exceedance is raised: two hours in a row above 150.", raised);
        Written acknowledged = stage.act(
                worker, Draft.step(raised, "acknowledge"), "The grid worker acknowledges it, within 30 minutes.");
        Written onSite = stage.act(
                worker,
                Stage.paper(Draft.step(acknowledged, "arrive"), "presence", "here"),
                "The grid worker is on site, within two hours.");
        Written cause = stage.act(
                worker,
                Stage.paper(Draft.step(onSite, "recordCause"), "note", "dust of a building site")
                        .with("causeCode", "DUST"),
                "The cause is recorded: dust.");
        Written handled = stage.act(
                inspector,
                Stage.paper(Draft.step(cause, "handle"), "note", "covered").with("measureCode", "COVERED"),
                "The environment department has it covered.");
        Written verified = stage.act(
                duty,
                Draft.step(handled, "verify"),
                "Its duty officer, who did not handle it, verifies: the air is good again.");
        stage.narrator().step("The timer closes it.", stage.awaitState(duty, verified, "CLOSED"));
    }
}
