package org.countyledger.client.block;

import com.google.protobuf.ByteString;
import java.util.List;

/**
 * A committed block, decoded for projections.
 *
 * @param hash hash of its header, which the next block names
 * @param previousHash hash of the header before; empty for block 0
 */
public record BlockSummary(
        long number, ByteString hash, ByteString previousHash, List<TransactionSummary> transactions) {

    public BlockSummary {
        transactions = List.copyOf(transactions);
    }
}
