package org.countyledger.embedded.state;

import com.google.protobuf.ByteString;
import java.util.List;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.state.UpdateBatch;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A validated block, with its codes in its metadata, and what it changes. */
public record BlockOutcome(
        Block block, List<TransactionParts> transactions, UpdateBatch updates, ByteString commitHash) {
    public BlockOutcome {
        transactions = List.copyOf(transactions);
    }

    public long number() {
        return block.getHeader().getNumber();
    }

    public boolean isValid(int transaction) {
        return BlockIndex.code(block, transaction) == TxValidationCode.VALID;
    }
}
