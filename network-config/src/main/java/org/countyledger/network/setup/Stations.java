package org.countyledger.network.setup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.Written;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.inventory.Town;

/** Sensors and their datastreams. Ids derive from names, so asking twice gives the same. */
public final class Stations {
    private static final String ECOLOGY = "ecology";

    private final GatewayApi gateway;
    private final Offices offices;
    private final RunningCounty county;

    public Stations(GatewayApi gateway, Offices offices, RunningCounty county) {
        this.gateway = gateway;
        this.offices = offices;
        this.county = county;
    }

    /** A station to be measured for. */
    public record Station(String name, Town town, Town.Grid grid, Instant firstWindow) {}

    /** Registers and calibrates the sensor whose key signs what files and adapters bring. */
    public String ensureAdapter() {
        return ensureSensor(
                "adapter",
                StationKeys.adapter(county),
                county.inventory().towns().getFirst());
    }

    /** Registers a sensor under this public key and has it calibrated, unless it is there. */
    public String ensureSensor(String name, String spki, Town town) {
        String id = key("sensor " + name + " " + spki).recordId(Kind.SENSOR);
        String installer = offices.one(ECOLOGY, Role.SENSOR_INSTALLER);
        Optional<Header> there = gateway.find(installer, Kind.SENSOR, id);
        if (there.filter(header -> header.state().equals("ACTIVE")).isPresent()) {
            return id;
        }
        Written registered = there.map(header -> new Written(
                        Kind.SENSOR, id, header.seq(), header.position().lastTxId()))
                .orElseGet(() -> register(
                        installer,
                        id,
                        new Clear(Map.of(
                                "key",
                                spki,
                                "model",
                                name,
                                "town",
                                town.code(),
                                "longitudeMicrodegrees",
                                116_400_000,
                                "latitudeMicrodegrees",
                                39_900_000,
                                "firmwareDigest",
                                Bootstrap.digest(name)))));
        calibrate(registered);
        return id;
    }

    private Written register(String installer, String id, Clear clear) {
        return gateway.officer(installer)
                .submit(Draft.creation(Kind.SENSOR, id, "register").with(clear));
    }

    private void calibrate(Written sensor) {
        LocalDate until = LocalDate.now(ZoneOffset.ofHours(8)).plusMonths(11);
        gateway.officer(offices.one("market-regulation", Role.CALIBRATOR))
                .submit(Draft.step(sensor, "calibrate")
                        .with("certificateDigest", Bootstrap.digest("certificate of " + sensor.id()))
                        .with("until", until.toString()));
    }

    /** Opens the datastream of a station, unless it is open. */
    public String ensureDatastream(Station station, String sensor) {
        String id = key("datastream " + station.name() + " " + sensor).recordId(Kind.DATASTREAM);
        String inspector = offices.one(ECOLOGY, Role.ENV_INSPECTOR);
        if (gateway.find(inspector, Kind.DATASTREAM, id).isEmpty()) {
            Map<String, String> signer = Map.of("spki", StationKeys.oracle(county), "org", "EcologyMSP");
            gateway.officer(inspector)
                    .submit(Draft.creation(Kind.DATASTREAM, id, "open")
                            .with(new Clear(Map.of(
                                    "name", station.name(),
                                    "town", station.town().code(),
                                    "grid", station.grid().code(),
                                    "sensors", List.of(sensor),
                                    "pollutant", "PM2_5",
                                    "unit", "ug/m3",
                                    "periodSeconds", 3600,
                                    "firstWindow", station.firstWindow().toString(),
                                    "signers", List.of(signer)))));
        }
        return id;
    }

    private static IdempotencyKey key(String text) {
        return new IdempotencyKey(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
