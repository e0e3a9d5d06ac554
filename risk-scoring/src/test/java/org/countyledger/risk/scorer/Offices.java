package org.countyledger.risk.scorer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.countyledger.client.ClientIdentities;
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
import org.countyledger.domain.contract.Page;
import org.countyledger.domain.contract.ReadingRequest;
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
import org.countyledger.embedded.testing.ThrowawayNetwork;

/** The offices of the test county, straight on the ledger. */
final class Offices implements AutoCloseable {
    private final LedgerClient client;

    Offices(ThrowawayNetwork network, CountyFiles files) {
        this.client = LedgerClient.open(
                LedgerSettings.of("county", "county", "offices"),
                List.of(
                        Peer.over("peer", "GovernanceMSP", network.gatewayChannel("GovernanceMSP")),
                        Peer.over("peer", "AuditMSP", network.gatewayChannel("AuditMSP"))),
                ClientIdentities.load(files.identities()),
                new InMemoryOperationStore());
    }

    /** A record that was created or moved: its id and where it stands. */
    record Moved(Kind kind, String id, long seq) {}

    /** What an officer does to a record; private groups are staged first. */
    Moved act(Officer officer, Moved record, String action, Map<String, ?> fields, String... groups) {
        Clear clear = new Clear(fields);
        TreeMap<String, String> commitments = new TreeMap<>();
        for (String group : groups) {
            commitments.put(group, staged(officer, record, group));
        }
        IdempotencyKey key = key();
        Command command = new Command(
                record.kind(),
                record.id(),
                action,
                record.seq(),
                clear,
                commitments,
                key.over(record.kind(), record.id(), action, clear, commitments),
                Instant.now().plusSeconds(300),
                List.of());
        Operation operation = client.submit(Submission.of(officer.subject(), command));
        if (operation.state() != OperationState.VALID) {
            throw new AssertionError(action + ": " + operation.failure());
        }
        return new Moved(record.kind(), record.id(), record.seq() + 1);
    }

    /** A record that is to be created, under an id of its own. */
    static Moved fresh(Kind kind) {
        return new Moved(kind, key().recordId(kind), 0);
    }

    private String staged(Officer officer, Moved record, String group) {
        long n = record.seq() == 0 ? 1 : header(record.kind(), record.id()).nextContent(group);
        byte[] salt = Digests.sha256(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        PrivateValue value = PrivateValue.of(record.kind(), group, salt, Map.of("text", "the " + group));
        StagingRequest request = new StagingRequest(
                new ContentKey(record.kind(), record.id(), group, n),
                value.commitment(),
                Instant.now().plusSeconds(300),
                Optional.empty());
        client.submit(PrivateSubmission.stage(
                officer.subject(), record.kind().fixedOwner().orElseThrow(), request, value.bytes()));
        return value.commitment();
    }

    Header header(Kind kind, String id) {
        byte[] view = client.evaluate(
                Officer.AUDITOR.subject(),
                Query.of(Functions.GET, kind.wireName(), id).aboutKnownRecord());
        return CanonicalJson.read(view, RecordView.class).header();
    }

    List<Header> all(Kind kind) {
        byte[] page = client.evaluate(Officer.AUDITOR.subject(), Query.of(Functions.LIST, kind.wireName(), "200", ""));
        return CanonicalJson.read(page, Page.class).items();
    }

    /** An officer of the department reads a score and sets it aside. */
    void override(Header score) {
        Officer officer = Officer.of(score.handling().dept().orElseThrow());
        Moved viewed = act(
                officer,
                new Moved(score.kind(), score.id(), score.seq()),
                "view",
                Map.of("accessRecord", traced(officer, score).id()));
        act(officer, viewed, "override", Map.of("reasonCode", "KNOWN_BETTER"), "note");
    }

    private Moved traced(Officer officer, Header score) {
        return act(
                officer,
                fresh(Kind.ACCESS_RECORD),
                "record",
                Map.of(
                        "recordKind",
                        score.kind().wireName(),
                        "recordId",
                        score.id(),
                        "group",
                        Attestation.GROUP,
                        "purposeKind",
                        score.kind().wireName(),
                        "purposeId",
                        score.id(),
                        "purposeCode",
                        "HANDLING"));
    }

    /** Reads a score as its department's officer may: under a trace of the read. */
    PrivateValue opened(Header score) {
        Officer officer = Officer.of(score.handling().dept().orElseThrow());
        Moved access = traced(officer, score);
        ReadingRequest request = new ReadingRequest(
                score.kind(),
                score.id(),
                Attestation.GROUP,
                Optional.of(access.id()),
                Instant.now().plusSeconds(60),
                Optional.empty());
        return PrivateValue.parse(client.evaluate(
                officer.subject(),
                Query.of(Functions.READ, CanonicalJson.text(request))
                        .aboutKnownRecord()
                        .by("GovernanceMSP")));
    }

    /** The county's policies: a demonstration, whose periods never end within a test. */
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
                                                "petitions", "GovernanceMSP",
                                                "public-security", "GovernanceMSP",
                                                "market-regulation", "GovernanceMSP",
                                                "audit", "AuditMSP"),
                                        "map"),
                        "programmes.open", entry(List.of("DIBAO"), "list")));
        Map<String, Object> grievance = new TreeMap<>();
        for (String period : List.of(
                "route.days",
                "route_service.wd",
                "receipt.days",
                "object_dispatch.wd",
                "rule_dispatch.wd",
                "handle_hotline.wd")) {
            grievance.put(period, entry(86_400, "s"));
        }
        grievance.put("interim.permille", entry(500, "permille"));
        policy("grievance", grievance);
        policy(
                "model",
                Map.of(
                        "expiry.mo", entry(86_400, "s"),
                        "retire.mo", entry(86_400, "s"),
                        "psi.permille", entry(250, "permille"),
                        "sponsors.count", entry(2, "count")));
        policy("score", Map.of("expiry.days", entry(86_400, "s"), "contest.wd", entry(86_400, "s")));
        policy("audit", Map.of("notify.wd", entry(86_400, "s"), "respond.days", entry(86_400, "s")));
        policy("staging", Map.of("unused.hours", entry(86_400, "s")));
    }

    private static Map<String, Object> entry(Object value, String unit) {
        return Map.of("value", value, "unit", unit, "source", "default");
    }

    private void policy(String name, Map<String, ?> entries) {
        Moved policy = act(
                Officer.POLICY_OFFICER,
                new Moved(Kind.POLICY, name + ":1", 0),
                "propose",
                Map.of(
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
        act(Officer.POLICY_RATIFIER, policy, "ratify", Map.of());
    }

    private static IdempotencyKey key() {
        return IdempotencyKey.parse(UUID.randomUUID().toString());
    }

    static String digest(String text) {
        return Digests.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
