package org.countyledger.client.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A submission and everything that was tried for it (architecture.md, idea 4 and rule 10).
 *
 * @param owner the client process that runs it and resolves it after a restart
 * @param mspId organisation of the signing identity
 * @param attempts oldest first, never empty
 * @param answer the contract's answer (JSON), once {@link OperationState#VALID}
 * @param failure why it is not VALID, once it is not PENDING
 * @param receiptTxId the one transaction id that may be printed on a receipt: of a VALID attempt, or of the
 *     earlier transaction that a repeated command answered with
 */
public record Operation(
        UUID id,
        String owner,
        String mspId,
        Submission submission,
        OperationState state,
        List<Attempt> attempts,
        Optional<String> answer,
        Optional<LedgerFailure> failure,
        Optional<String> receiptTxId,
        Instant createdAt) {

    public Operation {
        attempts = List.copyOf(attempts);
        if (attempts.isEmpty()) {
            throw new IllegalArgumentException("an operation has at least one attempt");
        }
    }

    public static Operation opened(String owner, String mspId, Submission submission, String txId, Instant at) {
        return new Operation(
                UUID.randomUUID(),
                owner,
                mspId,
                submission,
                OperationState.PENDING,
                List.of(Attempt.started(txId)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at);
    }

    public Attempt lastAttempt() {
        return attempts.getLast();
    }

    /** The same operation once the envelope of its last attempt is stored. */
    public Operation sealed() {
        return with(state, replaceLast(lastAttempt().sealed()), failure);
    }

    /** The same operation with its last attempt ended and another begun. */
    public Operation retried(Attempt ended, Attempt next) {
        List<Attempt> more = new ArrayList<>(replaceLast(ended));
        more.add(next);
        return with(OperationState.PENDING, more, Optional.empty());
    }

    public Operation settled(Settlement end) {
        return new Operation(
                id,
                owner,
                mspId,
                submission,
                end.state(),
                replaceLast(end.attempt()),
                end.answer(),
                end.failure(),
                end.receiptTxId(),
                createdAt);
    }

    private Operation with(OperationState newState, List<Attempt> newAttempts, Optional<LedgerFailure> newFailure) {
        return new Operation(
                id, owner, mspId, submission, newState, newAttempts, answer, newFailure, receiptTxId, createdAt);
    }

    private List<Attempt> replaceLast(Attempt last) {
        List<Attempt> replaced = new ArrayList<>(attempts);
        replaced.set(replaced.size() - 1, last);
        return replaced;
    }
}
