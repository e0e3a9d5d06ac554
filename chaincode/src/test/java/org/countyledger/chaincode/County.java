package org.countyledger.chaincode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.IdentityEntry;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.LedgerSettings;
import org.countyledger.client.Peer;
import org.countyledger.client.Query;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;

/** Four organisations with the contract, a client with some officers, and a few policies. */
final class County implements AutoCloseable {
    static final String TOWN = "330183001";
    private static final String CIVIL = "CivilAffairsMSP";

    private final ThrowawayNetwork network;
    private final LedgerClient client;
    private final Map<String, Long> sequences = new HashMap<>();

    private County(ThrowawayNetwork network) {
        this.network = network;
        Peer peer = Peer.over("peer", CIVIL, network.gatewayChannel(CIVIL));
        this.client = LedgerClient.open(
                LedgerSettings.of("county", "county", "test"),
                List.of(peer),
                new ClientIdentities(officers(network)),
                new InMemoryOperationStore());
    }

    static County start() {
        return new County(ThrowawayNetwork.builder()
                .chaincode("county", mspId -> new CountyChaincode("county", Clock.systemUTC(), Duration.ofMinutes(2)))
                .start());
    }

    private static List<ClientIdentity> officers(ThrowawayNetwork network) {
        List<ClientIdentity> all = new ArrayList<>();
        all.add(identity(network, CIVIL, "CONDUIT", "civil-affairs", "", ""));
        all.add(identity(network, CIVIL, "TOWN_CLERK", "civil-affairs", "CA1", TOWN));
        all.add(identity(network, CIVIL, "TOWN_LEAD", "civil-affairs", "CA2", TOWN));
        all.add(identity(network, CIVIL, "POLICY_OFFICER", "civil-affairs", "CA3", ""));
        all.add(identity(network, "GovernanceMSP", "POLICY_RATIFIER", "grid-centre", "GO1", ""));
        all.add(identity(network, "AuditMSP", "SYSTEM_TIMER", "audit", "", ""));
        return all;
    }

    private static ClientIdentity identity(
            ThrowawayNetwork network, String mspId, String role, String dept, String staff, String town) {
        Map<String, String> attributes = new TreeMap<>(Map.of("role", role, "dept", dept));
        if (!staff.isEmpty()) {
            attributes.put("staff", staff);
        }
        if (!town.isEmpty()) {
            attributes.put("town", town);
        }
        ThrowawayIdentity identity = network.organization(mspId).client(role, attributes);
        IdentityEntry entry = new IdentityEntry(
                role, mspId, dept, role, Optional.empty(), Optional.empty(), Optional.empty(), "", "");
        return new ClientIdentity(entry, identity.certificate(), identity.privateKey());
    }

    /** Ratifies {@code county} and {@code welfare}. */
    County founded() {
        policy(
                "county",
                Map.of(
                        "code", entry("330183", "code"),
                        "demonstration", entry(true, "flag"),
                        "calendar", entry("CN", "code"),
                        "departments", entry(Map.of("civil-affairs", CIVIL, "grid-centre", "GovernanceMSP"), "map"),
                        "programmes.open", entry(List.of("DIBAO"), "list")));
        policy(
                "welfare",
                Map.of(
                        "accept.wd", entry(60, "s"),
                        "total.wd", entry(60, "s"),
                        "start_check.wd", entry(60, "s")));
        policy("overdue", Map.of("l2.wd", entry(20, "s"), "l3.wd", entry(60, "s")));
        return this;
    }

    private static Map<String, Object> entry(Object value, String unit) {
        return Map.of("value", value, "unit", unit, "source", "default");
    }

    private void policy(String name, Map<String, ?> entries) {
        String id = name + ":1";
        Clear text = new Clear(Map.of(
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
                entries));
        valid("POLICY_OFFICER", command(Kind.POLICY, id, "propose", text, Map.of()));
        valid("POLICY_RATIFIER", command(Kind.POLICY, id, "ratify", Clear.EMPTY, Map.of()));
    }

    /** A command under a new idempotency key that follows what this test last saw of the record. */
    Command command(Kind kind, String id, String action, Clear clear, Map<String, String> commitments) {
        IdempotencyKey key = key();
        return command(key, kind, id, action, clear, commitments);
    }

    Command command(
            IdempotencyKey key, Kind kind, String id, String action, Clear clear, Map<String, String> commitments) {
        return new Command(
                kind,
                id,
                action,
                sequences.getOrDefault(id, 0L),
                clear,
                Collections.unmodifiableSortedMap(new TreeMap<>(commitments)),
                key.over(kind, id, action, clear, commitments),
                Instant.now().plusSeconds(300),
                List.of());
    }

    static IdempotencyKey key() {
        return IdempotencyKey.parse(UUID.randomUUID().toString());
    }

    static String commitment(String text) {
        return Digests.sha256Hex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Operation submit(String subject, Command command) {
        return client.submit(Submission.of(subject, command));
    }

    /** Submits what must succeed, and remembers where the record stands. */
    Operation valid(String subject, Command command) {
        Operation operation = submit(subject, command);
        if (operation.state() != OperationState.VALID) {
            throw new AssertionError(operation.failure().orElseThrow().sentence());
        }
        sequences.merge(command.id(), 1L, Long::sum);
        return operation;
    }

    Operation declareOverdue(String subject, Header header, String clock, int level) {
        return client.submit(Submission.overdue(
                subject, new Submission.Target(header.kind().wireName(), header.id()), clock, 1, level));
    }

    RecordView get(Kind kind, String id) {
        return CanonicalJson.read(
                client.evaluate("CONDUIT", Query.of(Functions.GET, kind.wireName(), id)), RecordView.class);
    }

    LedgerClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        network.close();
    }
}
