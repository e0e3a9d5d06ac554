package org.countyledger.network.replay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.OracleApi;
import org.countyledger.network.api.Pause;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.inventory.Town;
import org.countyledger.network.setup.Offices;
import org.countyledger.network.setup.Stations;

/** Feeds files through the oracle as BACKFILL, one datastream for each, all at once. */
public final class Replay {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final RunningCounty county;
    private final OracleApi oracle;
    private final Stations stations;

    public Replay(RunningCounty county) {
        this.county = county;
        Offices offices = new Offices(county);
        this.oracle = offices.oracle(county);
        this.stations = new Stations(new GatewayApi(county.gateway(), county.tokens()), offices, county);
    }

    /**
     * Replays until every window of every file is committed.
     *
     * @param watcher is told how far all of them got, again and again
     */
    public Map<PrsaFile, OracleApi.Progress> run(
            List<PrsaFile> files, Consumer<Map<PrsaFile, OracleApi.Progress>> watcher) {
        String sensor = stations.ensureAdapter();
        List<Town> towns = county.inventory().towns();
        Map<PrsaFile, OracleApi.Progress> progress = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            PrsaFile file = files.get(i);
            Town town = towns.get(i % towns.size());
            Town.Grid grid = town.grids().get(i / towns.size() % town.grids().size());
            String datastream =
                    stations.ensureDatastream(new Stations.Station(file.station(), town, grid, file.start()), sensor);
            progress.put(file, oracle.put(file.path(), file.sha256(), datastream));
        }
        while (!progress.values().stream().allMatch(OracleApi.Progress::ended)) {
            watcher.accept(progress);
            Pause.forAWhile(LOOK);
            progress.replaceAll((file, last) -> last.ended() ? last : oracle.progress(file.sha256()));
        }
        watcher.accept(progress);
        return progress;
    }
}
