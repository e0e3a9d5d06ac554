package org.countyledger.risk.scorer;

import java.util.Optional;
import java.util.Set;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.PrivateSubmission;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Kind;
import org.countyledger.risk.RiskException;
import org.springframework.stereotype.Component;

/** Brings one due score to the ledger, and says what became of it. */
@Component
final class Delivery {
    private static final Set<String> AGAIN =
            Set.of(RefusalCode.COMMAND_EXPIRED.name(), RefusalCode.CLOCK_SKEW.name(), RefusalCode.NOT_STAGED.name());

    private final LedgerClient ledger;
    private final ClientIdentity node;
    private final DueScores dues;
    private final Models models;
    private final Attestation attestation;

    Delivery(LedgerClient ledger, ClientIdentity node, DueScores dues, Models models, Attestation attestation) {
        this.ledger = ledger;
        this.node = node;
        this.dues = dues;
        this.models = models;
        this.attestation = attestation;
    }

    /** What became of a due score. */
    sealed interface Outcome {
        /** It is on the ledger, and remembered so. */
        record Issued(String score) implements Outcome {}

        /** The contract will not have it, now or later: the model is not in use any more, or the record has ended. */
        record Refused(String code, String sentence) implements Outcome {}

        /** It may still come to be; the same is tried again. */
        record Unsettled(String sentence) implements Outcome {}
    }

    Outcome deliver(DueScore due) {
        try {
            Attestation.Made made = attestation.make(due, models.of(due.key().model()));
            stage(made);
            Command command = due.command().orElseGet(() -> prepared(made));
            return settle(due, ledger.submit(Submission.of(node.subject(), attestation.renewed(command))));
        } catch (RiskException e) {
            return new Outcome.Unsettled(String.valueOf(e.getMessage()));
        } catch (LedgerException e) {
            return failed(due, e.failure());
        }
    }

    /** A record that exists already took its value with it: then the command will be answered as a repetition. */
    private void stage(Attestation.Made made) {
        String owner = Kind.RISK_SCORE.fixedOwner().orElseThrow();
        try {
            ledger.submit(PrivateSubmission.stage(
                    node.subject(),
                    owner,
                    attestation.staging(made),
                    made.value().bytes()));
        } catch (LedgerException e) {
            if (!code(e.failure()).equals(RefusalCode.ALREADY_EXISTS.name())) {
                throw e;
            }
        }
    }

    private Command prepared(Attestation.Made made) {
        Command command = attestation.command(made, dues.before(made.due()));
        dues.prepared(made.due().key(), command);
        return command;
    }

    private Outcome settle(DueScore due, Operation sent) {
        Operation operation =
                sent.state().isOpen() ? ledger.followUnknown(sent.id()).orElse(sent) : sent;
        return switch (operation.state()) {
            case VALID -> {
                String score = operation.submission().target().id();
                dues.issued(due.key(), score);
                yield new Outcome.Issued(score);
            }
            case REFUSED -> failed(due, operation.failure().orElseThrow());
            case PENDING, UNKNOWN, INVALID ->
                new Outcome.Unsettled(
                        operation.failure().map(LedgerFailure::sentence).orElse("The score is still under way."));
        };
    }

    private Outcome failed(DueScore due, LedgerFailure failure) {
        String code = code(failure);
        if (code.isEmpty() || AGAIN.contains(code)) {
            return new Outcome.Unsettled(failure.sentence());
        }
        dues.refused(due.key(), code + ": " + failure.sentence());
        return new Outcome.Refused(code, failure.sentence());
    }

    private static String code(LedgerFailure failure) {
        return Optional.of(failure)
                .filter(LedgerFailure.Refused.class::isInstance)
                .map(LedgerFailure.Refused.class::cast)
                .map(LedgerFailure.Refused::code)
                .orElse("");
    }
}
