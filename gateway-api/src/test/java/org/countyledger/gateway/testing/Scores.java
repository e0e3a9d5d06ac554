package org.countyledger.gateway.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.PrivateSubmission;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.ScoreStatement;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;

/** A model that is in use, and a scoring node that writes scores straight to the ledger. */
public final class Scores {
    private static final String PURPOSE = "ESCALATED";

    private final TestCounty county;
    private final Api api;
    private final ClientIdentity node;
    private final String model;
    private long seq;

    private Scores(TestCounty county) {
        this.county = county;
        this.api = county.api();
        this.node = county.bean(ClientIdentities.class)
                .find(Officer.SCORING_NODE.subject())
                .orElseThrow();
        this.model = api.write(
                        api.as(Officer.MODEL_AUTHOR),
                        "/v1/models",
                        Map.of("action", "register", "clear", registration()))
                .expect(201)
                .at("/recordId");
        this.seq = 1;
    }

    /** A model that went through all hands. */
    public static Scores inUse(TestCounty county) {
        Scores scores = new Scores(county);
        scores.step(
                Officer.MODEL_VALIDATOR,
                "validate",
                Map.of("canonicalDigest", digest(1), "metricsDigest", digest(7), "reportDigest", digest(9)));
        scores.step(Officer.MODEL_SPONSOR, "sponsor", Map.of());
        scores.step(Officer.SECOND_SPONSOR, "sponsor", Map.of());
        scores.step(Officer.AUDIT_LEAD, "admit", Map.of());
        scores.step(Officer.AUDITOR, "activate", Map.of());
        return scores;
    }

    public void suspend() {
        step(Officer.AUDITOR, "suspend", Map.of("reasonCode", "TEST"));
    }

    private void step(Officer officer, String action, Map<String, ?> clear) {
        api.write(
                        api.as(officer),
                        "/v1/models/" + model + "/actions/" + action,
                        Map.of("expectedSeq", seq, "clear", clear))
                .expect(200);
        seq++;
    }

    private static String digest(int n) {
        return "%064x".formatted(n);
    }

    private static Map<String, Object> registration() {
        return Map.ofEntries(
                Map.entry("purpose", PURPOSE),
                Map.entry("canonicalDigest", digest(1)),
                Map.entry("fileDigest", digest(2)),
                Map.entry("trainingDigest", digest(3)),
                Map.entry("schemaDigest", digest(4)),
                Map.entry("calibratorDigest", digest(5)),
                Map.entry("impactAssessmentDigest", digest(6)),
                Map.entry("commit", "0123abc"),
                Map.entry("metricsDigest", digest(7)),
                Map.entry("slicesDigest", digest(8)),
                Map.entry("thresholdMicro", 500_000),
                Map.entry("intendedUse", "ORDER_VISITS"),
                Map.entry("forbiddenUse", List.of("JUDGE_PERSONS")));
    }

    /** Scores a grievance at one of its events; answers the score's id. */
    public String issue(String grievance, int recordSeq, String band, String reason) {
        IdempotencyKey key = IdempotencyKey.parse(Api.key());
        String id = key.recordId(Kind.RISK_SCORE);
        PrivateValue value = staged(id, band, reason);
        Clear stated = new Clear(Map.of(
                "purpose",
                PURPOSE,
                "recordKind",
                Kind.GRIEVANCE.wireName(),
                "recordId",
                grievance,
                "recordSeq",
                recordSeq,
                "model",
                model,
                "modelDigest",
                digest(1),
                "calibratorDigest",
                digest(5),
                "schemaDigest",
                digest(4)));
        byte[] statement = ScoreStatement.of(stated, value.commitment()).signedBytes();
        Clear clear = stated.with("attestation", node.statements().sign(statement));
        TreeMap<String, String> commitments = new TreeMap<>(Map.of("score", value.commitment()));
        Operation operation = county.bean(LedgerClient.class)
                .submit(Submission.of(
                        node.subject(),
                        new Command(
                                Kind.RISK_SCORE,
                                id,
                                "issue",
                                0,
                                clear,
                                commitments,
                                key.over(Kind.RISK_SCORE, id, "issue", clear, commitments),
                                Instant.now().plusSeconds(300),
                                List.of())));
        if (operation.state() != OperationState.VALID) {
            throw new AssertionError("the score was not issued: " + operation.failure());
        }
        return id;
    }

    private PrivateValue staged(String id, String band, String reason) {
        byte[] salt = Digests.sha256((id + band).getBytes(StandardCharsets.UTF_8));
        PrivateValue value = PrivateValue.of(
                Kind.RISK_SCORE,
                "score",
                salt,
                Map.of(
                        "recordSeq", 1,
                        "opened", Map.of("score", Map.of("millionths", 654_321, "band", band)),
                        "reasons", List.of(Map.of("zh", reason, "en", reason))));
        StagingRequest request = new StagingRequest(
                new ContentKey(Kind.RISK_SCORE, id, "score", 1),
                value.commitment(),
                Instant.now().plusSeconds(300),
                Optional.empty());
        county.bean(LedgerClient.class)
                .submit(PrivateSubmission.stage(node.subject(), "GovernanceMSP", request, value.bytes()));
        return value;
    }
}
