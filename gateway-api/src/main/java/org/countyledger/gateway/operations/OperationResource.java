package org.countyledger.gateway.operations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countyledger.client.operation.Attempt;
import org.countyledger.client.operation.Committed;
import org.countyledger.gateway.problem.Problem;

/**
 * What became of one write.
 *
 * @param collection path segment of the record's kind
 * @param seq sequence of the record after the write
 * @param attempts every transaction id that was used, oldest first
 * @param receiptTxId the one id that may be printed on a receipt; only once it is VALID
 * @param problem why it is not VALID, once that is known
 */
@Schema(name = "Operation")
public record OperationResource(
        UUID opId,
        String collection,
        String recordId,
        Optional<Long> seq,
        CommitStatus commitStatus,
        List<AttemptResource> attempts,
        Optional<String> receiptTxId,
        Optional<Problem> problem,
        Instant createdAt) {

    /** Where the write stands. Only VALID means that something was written. */
    public enum CommitStatus {
        PENDING,
        VALID,
        INVALID,
        UNKNOWN
    }

    /**
     * One transaction id.
     *
     * @param code the ledger's verdict, e.g. {@code MVCC_READ_CONFLICT}
     */
    @Schema(name = "Attempt")
    public record AttemptResource(String txId, Attempt.State status, Optional<String> code, Optional<Long> block) {
        static AttemptResource of(Attempt attempt) {
            return new AttemptResource(
                    attempt.txId(),
                    attempt.state(),
                    attempt.committed().map(Committed::codeName),
                    attempt.committed().map(Committed::block));
        }
    }
}
