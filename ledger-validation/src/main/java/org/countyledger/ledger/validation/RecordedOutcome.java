package org.countyledger.ledger.validation;

import java.util.List;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.state.UpdateBatch;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * What a block changes by the codes it records. They are believed: this is for a store that is built anew from blocks its
 * owner validated before, and compares each commit hash instead.
 */
public final class RecordedOutcome {
    private RecordedOutcome() {}

    /**
     * The changes of the transactions recorded as VALID.
     *
     * @param transactions the block's, in order
     * @param before the world state before the block
     */
    public static UpdateBatch updates(Block block, List<TransactionParts> transactions, StateView before) {
        UpdateBatch updates = new UpdateBatch();
        WriteSetApplication application = new WriteSetApplication(before, updates);
        List<TxValidationCode> codes = BlockMetadataParts.recordedCodes(block);
        for (int i = 0; i < transactions.size(); i++) {
            if (codes.get(i) == TxValidationCode.VALID) {
                Version version = new Version(block.getHeader().getNumber(), i);
                TransactionParts parts = transactions.get(i);
                if (parts.isConfig()) {
                    BlockValidator.putConfig(parts, version, updates);
                } else {
                    parts.results().ifPresent(sets -> application.apply(sets, version));
                }
            }
        }
        return updates;
    }
}
