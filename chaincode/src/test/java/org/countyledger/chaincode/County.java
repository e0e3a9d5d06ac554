package org.countyledger.chaincode;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.LedgerSettings;
import org.countyledger.client.Peer;
import org.countyledger.client.PrivateSubmission;
import org.countyledger.client.Query;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** Four organisations with the contract, a client with some officers, and a few policies. */
final class County implements AutoCloseable {
    static final String TOWN = "330183001";
    private static final String CIVIL = "CivilAffairsMSP";

    private final ThrowawayNetwork network;
    private final Staff staff;
    private final LedgerClient client;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, PrivateValue> contents = new ConcurrentHashMap<>();

    private County(ThrowawayNetwork network) {
        this.network = network;
        this.staff = new Staff(network);
        List<Peer> peers = network.mspIds().stream()
                .map(mspId -> Peer.over("peer of " + mspId, mspId, network.gatewayChannel(mspId)))
                .toList();
        this.client = LedgerClient.open(
                LedgerSettings.of("county", "county", "test"), peers, staff.identities(), new InMemoryOperationStore());
    }

    static County start() {
        return new County(ThrowawayNetwork.builder()
                .chaincode("county", mspId -> new CountyChaincode("county", Clock.systemUTC(), Duration.ofMinutes(2)))
                .start());
    }

    /** Ratifies {@code county} and {@code welfare}. */
    County founded() {
        policy(
                "county",
                Map.of(
                        "code", entry("330183", "code"),
                        "demonstration", entry(true, "flag"),
                        "calendar", entry("CN", "code"),
                        "departments",
                                entry(
                                        Map.of(
                                                "civil-affairs", CIVIL,
                                                "grid-centre", "GovernanceMSP",
                                                "ecology", "EcologyMSP",
                                                "audit", "AuditMSP"),
                                        "map"),
                        "programmes.open", entry(List.of("DIBAO"), "list")));
        policy(
                "welfare",
                Map.of(
                        "accept.wd", entry(60, "s"),
                        "total.wd", entry(60, "s"),
                        "start_check.wd", entry(60, "s")));
        policy("staging", Map.of("unused.hours", entry(5, "s")));
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

    /** A private value under a salt of its own, which this test can stage by its commitment. */
    String content(Kind kind, String group, String text) {
        byte[] salt = Digests.sha256(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        PrivateValue value = PrivateValue.of(kind, group, salt, Map.of("text", text));
        contents.put(value.commitment(), value);
        return value.commitment();
    }

    byte[] bytes(String commitment) {
        return Objects.requireNonNull(contents.get(commitment), commitment).bytes();
    }

    /** Stages what the command names; a resident signs for it. */
    Command staged(String subject, Command command, UnaryOperator<StagingRequest> signing) {
        command.commitments().forEach((group, commitment) -> {
            ContentKey key = new ContentKey(command.kind(), command.id(), group, 1);
            client.submit(stagingOf(subject, signing.apply(request(key, commitment))));
        });
        return command;
    }

    Command staged(String subject, Command command) {
        return staged(subject, command, request -> request);
    }

    PrivateSubmission stagingOf(String subject, StagingRequest request) {
        return PrivateSubmission.stage(subject, CIVIL, request, bytes(request.commitment()));
    }

    static StagingRequest request(ContentKey key, String commitment) {
        return new StagingRequest(key, commitment, Instant.now().plusSeconds(300), Optional.empty());
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

    /** The official client, for what our own would never send. */
    Gateway gateway(String subject) {
        ThrowawayIdentity identity = staff.certificate(subject);
        return Gateway.newInstance()
                .identity(new X509Identity(identity.mspId(), identity.certificate()))
                .signer(Signers.newPrivateKeySigner(identity.privateKey()))
                .hash(Hash.SHA256)
                .connection(network.gatewayChannel(CIVIL))
                .connect();
    }

    /** A proposal that only these organisations are asked to endorse. */
    Proposal proposal(String subject, Command command, String... endorsers) {
        return gateway(subject)
                .getNetwork("county")
                .getContract("county")
                .newProposal("submit")
                .addArguments(CanonicalJson.text(command))
                .setEndorsingOrganizations(endorsers)
                .build();
    }

    /** Every byte of every block, one character each. */
    String chain() {
        StringBuilder bytes = new StringBuilder();
        for (long n = 0; n < network.ledger().blocks().chainInfo().getHeight(); n++) {
            bytes.append(network.ledger()
                    .blocks()
                    .block(n)
                    .orElseThrow()
                    .toByteString()
                    .toString(StandardCharsets.ISO_8859_1));
        }
        return bytes.toString();
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
