package org.countyledger.risk.scorer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.Query;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
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
import org.countyledger.domain.risk.RiskScoreState;
import org.countyledger.risk.features.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the ledger whether what a score foresaw came true, once its record has ended. */
@Component
final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final String ACTION = "recordOutcome";
    private static final String KEY = "county/outcome-key/v1";

    private final LedgerClient ledger;
    private final ClientIdentity node;
    private final OutcomeRows rows;
    private final Clock clock;
    private final Mandate mandate;

    Outcomes(LedgerClient ledger, ClientIdentity node, OutcomeRows rows, Clock clock, Mandate mandate) {
        this.ledger = ledger;
        this.node = node;
        this.rows = rows;
        this.clock = clock;
        this.mandate = mandate;
    }

    @Scheduled(fixedDelayString = "${county.outcome-look:1m}")
    void look() {
        if (!mandate.makesScores()) {
            return;
        }
        for (OutcomeRows.Ended ended : rows.untold()) {
            try {
                target(ended.purpose()).ifPresent(target -> tell(ended, target.cameTrue(ended.fields())));
            } catch (LedgerException e) {
                LOG.warn("The outcome of score {} cannot be told yet: {}", ended.score(), e.getMessage());
            }
        }
    }

    private static Optional<Target> target(String purpose) {
        return Arrays.stream(Target.values())
                .filter(target -> target.name().equals(purpose))
                .findFirst();
    }

    /** A score that is contested is told of when that is answered; one that is at an end has no outcome. */
    private void tell(OutcomeRows.Ended ended, boolean cameTrue) {
        Header score = header(ended.score());
        switch (RiskScoreState.valueOf(score.state())) {
            case ISSUED, VIEWED, ACTED, OVERRIDDEN, REVIEWED -> submit(score, cameTrue);
            case OUTCOME_KNOWN -> rows.told(score.id(), word(score.fields().isTrue("cameTrue")));
            case WITHDRAWN, EXPIRED -> rows.told(score.id(), "NONE");
            case CONTESTED -> LOG.debug("Score {} is contested", score.id());
        }
    }

    private static String word(boolean cameTrue) {
        return cameTrue ? "YES" : "NO";
    }

    private void submit(Header score, boolean cameTrue) {
        Operation operation = ledger.submit(Submission.of(node.subject(), command(score, cameTrue)));
        if (operation.state() == OperationState.VALID) {
            rows.told(score.id(), word(cameTrue));
        } else {
            LOG.warn(
                    "The outcome of score {} is not told yet: {}",
                    score.id(),
                    operation.failure().map(LedgerFailure::sentence).orElse("it is under way"));
        }
    }

    private Command command(Header score, boolean cameTrue) {
        Clear clear = new Clear(Map.of("cameTrue", cameTrue));
        byte[] name = (KEY + score.id() + cameTrue).getBytes(StandardCharsets.UTF_8);
        IdempotencyKey key = new IdempotencyKey(Digests.hmac(node.statements().pkcs8(), name));
        return new Command(
                Kind.RISK_SCORE,
                score.id(),
                ACTION,
                score.seq(),
                clear,
                new TreeMap<>(),
                key.over(Kind.RISK_SCORE, score.id(), ACTION, clear, Map.of()),
                clock.instant().plus(VALIDITY),
                List.of());
    }

    private Header header(String score) {
        Query query = Query.of(Functions.GET, Kind.RISK_SCORE.wireName(), score).aboutKnownRecord();
        return CanonicalJson.read(ledger.evaluate(node.subject(), query), RecordView.class)
                .header();
    }
}
