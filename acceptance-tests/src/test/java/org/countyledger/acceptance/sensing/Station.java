package org.countyledger.acceptance.sensing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Key;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Resident;
import org.hyperledger.fabric.client.identity.Identities;

/** A sensor and its datastream, brought to the ledger by the offices that do so. */
public record Station(String sensor, String datastream, Instant firstWindow) {
    public static final String UNIT = "ug/m3";
    private static final String GRID = "990121101001";
    private static final int MONTHS = 6;

    /** Registered, calibrated and open, with hourly windows from this hour on. */
    public static Station open(County county, String spki, Instant from) {
        return open(county, spki, from.truncatedTo(ChronoUnit.HOURS), Duration.ofHours(1));
    }

    /** Registered, calibrated and open, with windows of this length. */
    public static Station open(County county, String spki, Instant from, Duration window) {
        Offices offices = new Offices(county);
        Case sensor = create(offices, Kind.SENSOR, "register", sensor(spki));
        sensor.take(
                offices.calibrator(),
                "calibrate",
                Map.of(
                        "certificateDigest", Key.sha256("certificate"),
                        "until",
                                LocalDate.now(ZoneOffset.ofHours(8))
                                        .plusMonths(MONTHS)
                                        .toString()));
        Case datastream = create(offices, Kind.DATASTREAM, "open", datastream(county, sensor.id(), from, window));
        return new Station(sensor.id(), datastream.id(), from);
    }

    private static Case create(Offices offices, Kind kind, String action, Map<String, Object> clear) {
        Key key = Key.next();
        Command command = Command.of(
                new Command.Target(kind, key.recordId(kind.wireName()), action, 0),
                new Command.Content(clear, Map.of()),
                key);
        return Case.created(command, (kind == Kind.SENSOR ? offices.installer() : offices.inspector()).submit(command));
    }

    private static Map<String, Object> sensor(String spki) {
        return Map.of(
                "key",
                spki,
                "model",
                "acceptance",
                "town",
                Resident.TOWN,
                "longitudeMicrodegrees",
                116_400_000,
                "latitudeMicrodegrees",
                39_900_000,
                "firmwareDigest",
                Key.sha256("firmware"));
    }

    private static Map<String, Object> datastream(County county, String sensor, Instant firstWindow, Duration window) {
        return Map.of(
                "name",
                "acceptance",
                "town",
                Resident.TOWN,
                "grid",
                GRID,
                "sensors",
                List.of(sensor),
                "pollutant",
                "PM2_5",
                "unit",
                UNIT,
                "periodSeconds",
                window.toSeconds(),
                "firstWindow",
                firstWindow.toString(),
                "signers",
                List.of(Map.of("spki", oracleKey(county), "org", "EcologyMSP")));
    }

    /** The public key that the oracle signs batches with. */
    public static String oracleKey(County county) {
        Path file = county.directory().resolve("identities/EcologyMSP.ORACLE_NODE/cert.pem");
        try (Reader pem = Files.newBufferedReader(file)) {
            return Base64.getEncoder()
                    .encodeToString(
                            Identities.readX509Certificate(pem).getPublicKey().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
