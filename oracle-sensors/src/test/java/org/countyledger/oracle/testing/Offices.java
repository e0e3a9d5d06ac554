package org.countyledger.oracle.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.LedgerSettings;
import org.countyledger.client.Peer;
import org.countyledger.client.Query;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.Page;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.embedded.testing.ThrowawayNetwork;

/** The offices of the test county: they found it, register sensors and open datastreams, straight on the ledger. */
public final class Offices implements AutoCloseable {
    private static final String TOWN = "330183001";
    private static final String GRID = "330183001001";

    private final LedgerClient client;
    private final ClientIdentities identities;
    private final String adapterSpki;

    Offices(ThrowawayNetwork network, CountyFiles files) {
        this.adapterSpki = files.adapterSpki();
        this.identities = ClientIdentities.load(files.identities());
        this.client = LedgerClient.open(
                LedgerSettings.of("county", "county", "offices"),
                List.of(Peer.over("peer", "EcologyMSP", network.gatewayChannel("EcologyMSP"))),
                identities,
                new InMemoryOperationStore());
    }

    void found() {
        policy(
                "county",
                Map.of(
                        "code", entry("330183", "code"),
                        "demonstration", entry(true, "flag"),
                        "calendar", entry("CN", "code"),
                        "departments",
                                entry(
                                        Map.of(
                                                "civil-affairs", "CivilAffairsMSP",
                                                "grid-centre", "GovernanceMSP",
                                                "market-regulation", "GovernanceMSP",
                                                "ecology", "EcologyMSP"),
                                        "map"),
                        "programmes.open", entry(List.of("DIBAO"), "list")));
        policy("sensor", Map.of("calibration.mo", entry(86_400, "s"), "check.wd", entry(600, "s")));
        policy("air", air());
        creation(
                Officer.GRID_LEAD,
                Kind.GRID,
                GRID,
                "register",
                Map.of(
                        "code",
                        GRID,
                        "town",
                        TOWN,
                        "names",
                        List.of("桥东网格", "East Bridge"),
                        "publicPhone",
                        "12345",
                        "complaintPhone",
                        "12345"));
    }

    private static Map<String, Object> air() {
        Map<String, Object> air = new TreeMap<>();
        air.put("raise.milli", entry(150_000, "milli"));
        air.put("raise.windows", entry(2, "count"));
        air.put("clear.milli", entry(115_000, "milli"));
        air.put("clear.windows", entry(3, "count"));
        air.put("averaging.seconds", entry(3600, "s"));
        air.put("coverage.permille", entry(750, "permille"));
        air.put("live.maxAge.seconds", entry(1_000_000_000, "s"));
        air.put("future.seconds", entry(120, "s"));
        air.put("backfill.minWindows", entry(24, "count"));
        air.put("batch.maxWindows", entry(48, "count"));
        air.put("signers.count", entry(1, "count"));
        air.put("ack.minutes", entry(1800, "s"));
        air.put("on_site.minutes", entry(7200, "s"));
        return air;
    }

    private static Map<String, Object> entry(Object value, String unit) {
        return Map.of("value", value, "unit", unit, "source", "default");
    }

    private void policy(String name, Map<String, ?> entries) {
        Map<String, Object> text = Map.of(
                "policy",
                name,
                "version",
                1,
                "purpose",
                "DEMO",
                "effectiveFrom",
                "2026-01-01T00:00:00Z",
                "appliesToOpen",
                false,
                "entries",
                entries);
        String id = name + ":1";
        creation(Officer.POLICY_OFFICER, Kind.POLICY, id, "propose", text);
        valid(Officer.POLICY_RATIFIER, command(Kind.POLICY, id, "ratify", 1, Clear.EMPTY));
    }

    /** A sensor under this key, calibrated; answers its id. */
    public String sensor(String spki) {
        String id = registered(spki);
        valid(
                Officer.CALIBRATOR,
                command(
                        Kind.SENSOR,
                        id,
                        "calibrate",
                        1,
                        new Clear(Map.of(
                                "certificateDigest",
                                digest("certificate"),
                                "until",
                                LocalDate.now(ZoneOffset.UTC).plusMonths(6).toString()))));
        return id;
    }

    /** A sensor that nobody has calibrated. */
    public String registered(String spki) {
        String id = key().recordId(Kind.SENSOR);
        creation(
                Officer.SENSOR_INSTALLER,
                Kind.SENSOR,
                id,
                "register",
                Map.of(
                        "key",
                        spki,
                        "model",
                        "test",
                        "town",
                        TOWN,
                        "longitudeMicrodegrees",
                        116_400_000,
                        "latitudeMicrodegrees",
                        39_900_000,
                        "firmwareDigest",
                        digest("firmware")));
        return id;
    }

    String adapterSpki() {
        return adapterSpki;
    }

    /** A datastream of hourly PM2.5 of these sensors; answers its id. */
    public String datastream(Instant firstWindow, List<String> sensors) {
        String id = key().recordId(Kind.DATASTREAM);
        creation(
                Officer.ENV_INSPECTOR,
                Kind.DATASTREAM,
                id,
                "open",
                Map.of(
                        "name",
                        "station",
                        "town",
                        TOWN,
                        "grid",
                        GRID,
                        "sensors",
                        sensors,
                        "pollutant",
                        "PM2_5",
                        "unit",
                        "ug/m3",
                        "periodSeconds",
                        3600,
                        "firstWindow",
                        firstWindow.toString(),
                        "signers",
                        List.of(Map.of("spki", oracleSpki(), "org", "EcologyMSP"))));
        return id;
    }

    private String oracleSpki() {
        return identities.get(Officer.ORACLE_NODE.subject()).statements().spki();
    }

    public Header header(Kind kind, String id) {
        byte[] view = client.evaluate(
                Officer.ENV_INSPECTOR.subject(),
                Query.of(Functions.GET, kind.wireName(), id).aboutKnownRecord());
        return CanonicalJson.read(view, RecordView.class).header();
    }

    /** Everything of a kind that names the datastream. */
    public List<Header> about(Kind kind, String datastream) {
        byte[] page =
                client.evaluate(Officer.ENV_INSPECTOR.subject(), Query.of(Functions.LIST, kind.wireName(), "200", ""));
        return CanonicalJson.read(page, Page.class).items().stream()
                .filter(header -> header.fields()
                        .text("datastream")
                        .filter(datastream::equals)
                        .isPresent())
                .toList();
    }

    /** Sends a command as the oracle node. */
    public Operation submitAsOracle(Command command) {
        return client.submit(Submission.of(Officer.ORACLE_NODE.subject(), command));
    }

    private void creation(Officer officer, Kind kind, String id, String action, Map<String, ?> clear) {
        valid(officer, command(kind, id, action, 0, new Clear(clear)));
    }

    private void valid(Officer officer, Command command) {
        Operation operation = client.submit(Submission.of(officer.subject(), command));
        if (operation.state() != OperationState.VALID) {
            throw new AssertionError(command.action() + ": " + operation.failure());
        }
    }

    private static Command command(Kind kind, String id, String action, long seq, Clear clear) {
        return new Command(
                kind,
                id,
                action,
                seq,
                clear,
                new TreeMap<>(),
                key().over(kind, id, action, clear, Map.of()),
                Instant.now().plusSeconds(300),
                List.of());
    }

    /** An idempotency key that was never used. */
    public static IdempotencyKey key() {
        return IdempotencyKey.parse(UUID.randomUUID().toString());
    }

    private static String digest(String text) {
        return Digests.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
