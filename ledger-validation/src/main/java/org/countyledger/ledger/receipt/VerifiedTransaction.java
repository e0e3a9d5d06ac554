package org.countyledger.ledger.receipt;

import java.time.Instant;
import java.util.SortedSet;
import org.countyledger.ledger.block.TransactionParts;

/**
 * What a receipt proves.
 *
 * @param time the transaction's own time, which its client stated
 * @param creator MSP id of the organisation whose client signed
 * @param endorsers MSP ids of those that signed the result
 * @param attestors MSP ids of those that signed that it is valid
 * @param parts the transaction
 */
public record VerifiedTransaction(
        String txId,
        String channel,
        String chaincode,
        Instant time,
        String creator,
        SortedSet<String> endorsers,
        SortedSet<String> attestors,
        TransactionParts parts) {}
