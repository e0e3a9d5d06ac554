package org.countyledger.domain.contract;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.Kind;

/**
 * What the contract answers to a write.
 *
 * @param txId of this transaction or, if REPEATED, of the one that did it first; such an answer is never submitted
 * @param record the record as it is now; absent where none changed
 * @param opened records that the transaction created beside it
 */
public record Answer(Outcome outcome, String txId, Optional<Moved> record, List<Moved> opened) {

    /** Whether something is to be written. */
    public enum Outcome {
        ACCEPTED,
        REPEATED
    }

    public Answer {
        opened = List.copyOf(opened);
    }

    public static Answer repeated(String firstTxId) {
        return new Answer(Outcome.REPEATED, firstTxId, Optional.empty(), List.of());
    }

    /** Where a record stands after a transition. */
    public record Moved(Kind kind, String id, long seq, String state) {}
}
