package org.countyledger.domain.testing;

import static org.countyledger.domain.testing.Officers.GRID;
import static org.countyledger.domain.testing.Officers.TOWN;
import static org.countyledger.domain.testing.Officers.officer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sensing.BatchClaim;
import org.countyledger.domain.sensing.Ingest;
import org.countyledger.domain.sensing.RuleState;
import org.countyledger.domain.sensing.Window;

/** A calibrated sensor and its hourly datastream, with the key that may sign for it. */
public final class AirStation {
    public static final Actor ORACLE = officer(Role.ORACLE_NODE, 1);

    private final TestCounty county;
    private final ResidentKey signer;
    private final Target datastream;

    private AirStation(TestCounty county, ResidentKey signer, Target datastream) {
        this.county = county;
        this.signer = signer;
        this.datastream = datastream;
    }

    /** Whose windows begin at this hour. */
    public static AirStation open(TestCounty county, Instant firstWindow) {
        Target grid = new Target(Kind.GRID, GRID);
        if (county.find(grid).isEmpty()) {
            registerGrid(county, grid);
        }
        Target datastream = county.newRecord(Kind.DATASTREAM);
        ResidentKey signer = ResidentKey.of("oracle of " + datastream.id());
        county.by(officer(Role.ENV_INSPECTOR, 1), datastream)
                .does("open")
                .with("name", "station")
                .with("town", TOWN)
                .with("grid", GRID)
                .with("sensors", List.of(sensor(county)))
                .with("pollutant", "PM2_5")
                .with("unit", "ug/m3")
                .with("periodSeconds", 3600)
                .with("firstWindow", firstWindow.toString())
                .with("signers", List.of(Map.of("spki", signer.spki(), "org", Officers.ECOLOGY)))
                .accepted();
        return new AirStation(county, signer, datastream);
    }

    private static void registerGrid(TestCounty county, Target grid) {
        county.by(officer(Role.GRID_LEAD, 1), grid)
                .does("register")
                .with("code", GRID)
                .with("town", TOWN)
                .with("names", List.of("第七网格"))
                .with("publicPhone", "12345")
                .with("complaintPhone", "12345")
                .accepted();
    }

    private static String sensor(TestCounty county) {
        Target sensor = county.newRecord(Kind.SENSOR);
        county.by(officer(Role.SENSOR_INSTALLER, 1), sensor)
                .does("register")
                .with("key", ResidentKey.of("sensor " + sensor.id()).spki())
                .with("model", "test")
                .with("town", TOWN)
                .with("longitudeMicrodegrees", 116_400_000)
                .with("latitudeMicrodegrees", 39_900_000)
                .with("firmwareDigest", "d".repeat(64))
                .accepted();
        county.by(officer(Role.CALIBRATOR, 1), sensor)
                .does("calibrate")
                .with("certificateDigest", "d".repeat(64))
                .with("until", "2026-09-01")
                .accepted();
        return sensor.id();
    }

    public Target datastream() {
        return datastream;
    }

    public ResidentKey signer() {
        return signer;
    }

    /** A window of twelve calm readings, the {@code n}th. */
    public static Window calm(int n) {
        return new Window(
                Digests.sha256Hex(new byte[] {(byte) n}),
                12,
                12 * (20_000L + n),
                10_000,
                20_000,
                30_000L + n,
                new TreeMap<>(Map.of("1", 12L)));
    }

    /** A window of twelve readings of this value, the {@code n}th. */
    public static Window of(int n, long milli) {
        return new Window(
                Digests.sha256Hex(new byte[] {(byte) n, 1}),
                12,
                12 * milli,
                milli,
                milli,
                milli,
                new TreeMap<>(Map.of("1", 12L)));
    }

    /** What measures here. */
    public Target sensor() {
        return new Target(
                Kind.SENSOR, county.header(datastream).fields().texts("sensors").getFirst());
    }

    /** The next batch, of these windows, signed. */
    public Act appending(Ingest ingest, List<Window> windows) {
        return appending(ingest, windows, RuleState.CALM.claim());
    }

    /** As above, of windows after which the rule stands so. */
    public Act appending(Ingest ingest, List<Window> windows, RuleState.Claim after) {
        BatchClaim claim = BatchClaim.of(county.header(datastream), ingest, windows);
        return county.by(ORACLE, datastream)
                .does("appendBatch:" + ingest)
                .with("first", claim.first())
                .with("batchRoot", claim.batchRoot())
                .with("ruleState", Clear.read(after).values())
                .with(
                        "windows",
                        windows.stream()
                                .map(window -> Clear.read(window).values())
                                .toList())
                .with(
                        "signatures",
                        List.of(Map.of("spki", signer.spki(), "signature", signer.sign(claim.signedBytes()))));
    }
}
