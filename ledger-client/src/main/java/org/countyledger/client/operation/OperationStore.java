package org.countyledger.client.operation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countyledger.domain.record.Idempotency;

/**
 * Where operations are kept. Every change is one atomic step, and each of {@link #open}, {@link #seal} and
 * {@link #retry} is durable when it returns: only then may the next thing be sent.
 */
public interface OperationStore {

    /**
     * Stores a new operation with its first attempt.
     *
     * @return false if an open operation of the same organisation has the same idempotency tag and mac; then nothing
     *     is stored and {@link #findOpen} has that operation
     */
    boolean open(Operation operation);

    /**
     * Stores the signed envelope of a started attempt: from now on it may commit.
     *
     * @return false if the attempt was ended meanwhile by another process; then the envelope must not be sent
     */
    boolean seal(String txId, byte[] envelope);

    /**
     * Ends the last attempt and starts the next in one step.
     *
     * @param ended UNSENT (it must still be STARTED) or INVALID (it must be SEALED)
     * @return false if it is not so any more; then the new id must not be used
     */
    boolean retry(UUID id, Attempt ended, Attempt next);

    /**
     * Records how an open operation ended, or that it is UNKNOWN.
     *
     * @return false if it has ended, or another attempt is the last one now; then nothing is changed
     */
    boolean settle(UUID id, Settlement settlement);

    /** The stored envelope of a sealed attempt. */
    Optional<byte[]> envelope(String txId);

    Optional<Operation> find(UUID id);

    /** The operation that used this transaction id, also when that attempt was lost. */
    Optional<Operation> findByTransaction(String txId);

    Optional<Operation> findOpen(String mspId, Idempotency idempotency);

    /** Open operations of this owner, oldest first. */
    List<Operation> findOpen(String owner);
}
