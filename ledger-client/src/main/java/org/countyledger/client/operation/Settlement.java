package org.countyledger.client.operation;

import java.util.Optional;

/**
 * How an operation ended, or that it is UNKNOWN for now.
 *
 * @param attempt the last attempt as it stands now
 */
public record Settlement(
        OperationState state,
        Attempt attempt,
        Optional<String> answer,
        Optional<LedgerFailure> failure,
        Optional<String> receiptTxId) {

    /** Committed and valid. */
    public static Settlement valid(Attempt attempt, String answer) {
        return new Settlement(
                OperationState.VALID, attempt, Optional.of(answer), Optional.empty(), Optional.of(attempt.txId()));
    }

    /** Endorsed as a repeat of {@code firstTxId} and therefore never sent. */
    public static Settlement repeated(Attempt attempt, String answer, String firstTxId) {
        return new Settlement(
                OperationState.VALID, attempt.unsent(), Optional.of(answer), Optional.empty(), Optional.of(firstTxId));
    }

    public static Settlement failed(Attempt attempt, LedgerFailure failure) {
        OperationState state = switch (failure) {
            case LedgerFailure.Refused refused -> OperationState.REFUSED;
            case LedgerFailure.SubmitUnknown unknown -> OperationState.UNKNOWN;
            case LedgerFailure.EvaluateFailed evaluate -> OperationState.INVALID;
            case LedgerFailure.EndorseFailed endorse -> OperationState.INVALID;
            case LedgerFailure.CommitInvalid invalid -> OperationState.INVALID;
            case LedgerFailure.Deadline deadline -> OperationState.INVALID;
            case LedgerFailure.Unavailable unavailable -> OperationState.INVALID;
        };
        return new Settlement(state, attempt, Optional.empty(), Optional.of(failure), Optional.empty());
    }
}
