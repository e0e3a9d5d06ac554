package org.countyledger.risk.scorer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.signing.P256Signer;
import org.countyledger.domain.contract.ScoreStatement;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.risk.model.ModelHeader;
import org.countyledger.risk.model.OpenedScore;
import org.countyledger.risk.model.RiskModel;
import org.countyledger.risk.model.StagedScore;
import org.springframework.stereotype.Component;

/** Makes what goes to the ledger of a score: the private value first, then the command that names it. */
@Component
final class Attestation {
    static final String GROUP = "score";
    private static final String ACTION = "issue";
    private static final String KEY = "county/score-key/v1";
    private static final byte[] SALT = "county/score-salt/v1".getBytes(StandardCharsets.UTF_8);
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private final P256Signer signer;
    private final Clock clock;

    Attestation(ClientIdentity node, Clock clock) {
        this.signer = node.statements();
        this.clock = clock;
    }

    /**
     * A score made. The same model, record and event give the same id, salt and bytes whenever it is made.
     *
     * @param key secret; the record's id and the value's salt derive from it
     */
    record Made(DueScore due, ModelHeader model, IdempotencyKey key, PrivateValue value) {
        String id() {
            return key.recordId(Kind.RISK_SCORE);
        }
    }

    Made make(DueScore due, RiskModel model) {
        byte[] name = (KEY + due.key().text()).getBytes(StandardCharsets.UTF_8);
        IdempotencyKey key = new IdempotencyKey(Digests.hmac(signer.pkcs8(), name));
        StagedScore staged = StagedScore.of(model, due.key().seq(), OpenedScore.of(model, due.fields()));
        byte[] salt = key.derive(SALT, PrivateValue.SALT_BYTES);
        return new Made(due, model.header(), key, PrivateValue.of(Kind.RISK_SCORE, GROUP, salt, staged));
    }

    StagingRequest staging(Made made) {
        return new StagingRequest(
                new ContentKey(Kind.RISK_SCORE, made.id(), GROUP, 1),
                made.value().commitment(),
                clock.instant().plus(VALIDITY),
                Optional.empty());
    }

    /** @param before id of the score that this one takes the place of */
    Command command(Made made, Optional<String> before) {
        Clear stated = new Clear(Map.of(
                "purpose",
                made.due().purpose(),
                "recordKind",
                Kind.GRIEVANCE.wireName(),
                "recordId",
                made.due().key().grievance(),
                "recordSeq",
                made.due().key().seq(),
                "model",
                made.due().key().model(),
                "modelDigest",
                made.model().name(),
                "calibratorDigest",
                made.model().calibratorDigest(),
                "schemaDigest",
                made.model().schema().digest()));
        ScoreStatement statement = ScoreStatement.of(stated, made.value().commitment());
        Clear attested = stated.with("attestation", signer.sign(statement.signedBytes()));
        Clear clear = before.map(id -> attested.with("supersedes", id)).orElse(attested);
        TreeMap<String, String> commitments =
                new TreeMap<>(Map.of(GROUP, made.value().commitment()));
        return new Command(
                Kind.RISK_SCORE,
                made.id(),
                ACTION,
                0,
                clear,
                commitments,
                made.key().over(Kind.RISK_SCORE, made.id(), ACTION, clear, commitments),
                clock.instant().plus(VALIDITY),
                List.of());
    }

    /** The same command with a new term. */
    Command renewed(Command command) {
        return command.until(clock.instant().plus(VALIDITY));
    }
}
