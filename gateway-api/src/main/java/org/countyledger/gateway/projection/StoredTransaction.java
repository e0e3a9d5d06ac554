package org.countyledger.gateway.projection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.operation.Committed;
import org.countyledger.domain.record.Kind;

/**
 * A transaction of the county's chaincode, valid or not.
 *
 * @param at the transaction's own time
 * @param endorserMspIds organisations that signed its result
 * @param subject the record that it is about; absent if it is not valid
 */
public record StoredTransaction(
        String txId, Committed committed, Instant at, List<String> endorserMspIds, Optional<RecordRef> subject) {

    public StoredTransaction {
        endorserMspIds = List.copyOf(endorserMspIds);
    }

    /** A record by kind and id. */
    public record RecordRef(Kind kind, String id) {}
}
