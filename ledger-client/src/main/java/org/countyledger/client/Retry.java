package org.countyledger.client;

import org.countyledger.client.operation.Attempt;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.Operation;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Which verdicts are worth a new transaction under the same idempotency key (architecture.md, rule 10): lost races.
 * The contract itself then answers that it is a repeat, or refuses the stale sequence.
 */
final class Retry {
    private Retry() {}

    static boolean isWorthwhile(Operation operation, Committed verdict, int limit) {
        return isLostRace(verdict.code(), operation.submission().creates()) && lostSoFar(operation) < limit;
    }

    private static boolean isLostRace(int code, boolean creates) {
        return switch (code) {
            case TxValidationCode.MVCC_READ_CONFLICT_VALUE, TxValidationCode.PHANTOM_READ_CONFLICT_VALUE -> true;
            // Twin creations set the policy of one new key: the later one no longer satisfies it.
            case TxValidationCode.ENDORSEMENT_POLICY_FAILURE_VALUE -> creates;
            default -> false;
        };
    }

    /** Counted from what is stored, so that a restart does not start the count again. */
    private static long lostSoFar(Operation operation) {
        return operation.attempts().stream()
                .filter(attempt -> attempt.state() == Attempt.State.INVALID)
                .count();
    }
}
