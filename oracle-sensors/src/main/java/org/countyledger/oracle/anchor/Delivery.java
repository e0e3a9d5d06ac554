package org.countyledger.oracle.anchor;

import java.util.Arrays;
import java.util.Optional;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.Answer;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Kind;
import org.countyledger.oracle.attest.Attestation;
import org.countyledger.oracle.settings.OracleSettings;
import org.springframework.stereotype.Component;

/** Brings one stored batch to the ledger, and says what became of it. */
@Component
final class Delivery {
    private final LedgerClient ledger;
    private final String subject;
    private final BatchStore batches;
    private final Attestation attestation;

    Delivery(LedgerClient ledger, OracleSettings settings, BatchStore batches, Attestation attestation) {
        this.ledger = ledger;
        this.subject = settings.subject();
        this.batches = batches;
        this.attestation = attestation;
    }

    /** What became of a batch. */
    sealed interface Outcome {
        /** It is on the ledger, and remembered so. */
        record Committed(Prepared.Span span) implements Outcome {}

        /** The datastream is not where the batch thought; it was taken back and is built anew. */
        record Outdated(String sentence) implements Outcome {}

        /** The contract will not have it, now or later; it was taken back. */
        record Rejected(String sentence) implements Outcome {}

        /** It may still come to be; the same batch is tried again. */
        record Unsettled(String sentence) implements Outcome {}
    }

    Outcome deliver(String datastream, Prepared prepared) {
        Operation operation = ledger.submit(Submission.of(subject, attestation.renewed(prepared.command())));
        if (operation.state().isOpen()) {
            operation = ledger.followUnknown(operation.id()).orElse(operation);
        }
        return switch (operation.state()) {
            case VALID -> committed(datastream, prepared, operation);
            case REFUSED -> refused(datastream, prepared, operation.failure().orElseThrow());
            case PENDING, UNKNOWN, INVALID -> new Outcome.Unsettled(sentence(operation.failure()));
        };
    }

    private Outcome committed(String datastream, Prepared prepared, Operation operation) {
        Answer answer = CanonicalJson.read(operation.answer().orElseThrow(), Answer.class);
        Prepared counted = answer.outcome() == Answer.Outcome.ACCEPTED ? opened(prepared, answer) : prepared;
        batches.committed(datastream, counted, operation.receiptTxId().orElseThrow());
        return new Outcome.Committed(counted.span());
    }

    /** The contract's own count is the one that stands. */
    private static Prepared opened(Prepared prepared, Answer answer) {
        long exceedances = answer.opened().stream()
                .filter(record -> record.kind() == Kind.EXCEEDANCE)
                .count();
        return new Prepared(
                prepared.span().raising(exceedances), prepared.ingest(), prepared.backfill(), prepared.command());
    }

    private Outcome refused(String datastream, Prepared prepared, LedgerFailure failure) {
        String code = failure instanceof LedgerFailure.Refused refused ? refused.code() : "";
        String sentence = code + ": " + failure.sentence();
        return switch (verdict(code)) {
            case AGAIN -> new Outcome.Unsettled(sentence);
            case OUTDATED -> {
                batches.discard(datastream, prepared);
                yield new Outcome.Outdated(sentence);
            }
            case REJECTED -> {
                batches.discard(datastream, prepared);
                yield new Outcome.Rejected(sentence);
            }
        };
    }

    private enum Verdict {
        AGAIN,
        OUTDATED,
        REJECTED
    }

    private static Verdict verdict(String code) {
        return Arrays.stream(RefusalCode.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .map(known -> switch (known) {
                    case COMMAND_EXPIRED, CLOCK_SKEW, SEQ_AHEAD -> Verdict.AGAIN;
                    case STALE_SEQ,
                            WINDOW_NOT_CONTIGUOUS,
                            WINDOW_TOO_OLD,
                            WINDOW_IN_FUTURE,
                            BATCH_SIZE,
                            RULE_STATE_WRONG -> Verdict.OUTDATED;
                    default -> Verdict.REJECTED;
                })
                .orElse(Verdict.REJECTED);
    }

    private static String sentence(Optional<LedgerFailure> failure) {
        return failure.map(LedgerFailure::sentence).orElse("The batch is still under way.");
    }
}
