package org.countyledger.embedded.commit;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.blockfile.BlockLocation;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.embedded.state.StateStore;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.state.UpdateBatch;
import org.countyledger.ledger.validation.CommitHash;
import org.countyledger.ledger.validation.RecordedOutcome;
import org.hyperledger.fabric.protos.common.Block;

/** Applies committed blocks to the index again by the codes they record, and compares each COMMIT_HASH. */
final class Redo {
    private final StateStore store;

    Redo(StateStore store) {
        this.store = store;
    }

    /** False, and nothing applied, if the block does not lead to the COMMIT_HASH it records. */
    boolean apply(Block block, BlockLocation location) {
        List<TransactionParts> transactions =
                block.getData().getDataList().stream().map(TransactionParts::of).toList();
        UpdateBatch updates;
        try (StateSnapshot before = store.snapshot()) {
            updates = RecordedOutcome.updates(block, transactions, before);
        }
        ByteString hash = block.getHeader().getNumber() == 0
                ? ByteString.EMPTY
                : CommitHash.next(store.commitHash(), BlockMetadataParts.transactionsFilter(block), updates);
        Optional<ByteString> recorded = BlockMetadataParts.commitHash(block);
        if (block.getHeader().getNumber() > 0 && !recorded.equals(Optional.of(hash))) {
            return false;
        }
        store.apply(block, transactions, location, updates, hash);
        return true;
    }
}
