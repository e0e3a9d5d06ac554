package org.countyledger.embedded.commit;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.blockfile.BlockLocation;
import org.countyledger.embedded.privatedata.CollectionConfigs;
import org.countyledger.embedded.privatedata.CollectionView;
import org.countyledger.embedded.state.BlockOutcome;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.state.UpdateBatch;
import org.countyledger.ledger.validation.CommitHash;
import org.countyledger.ledger.validation.RecordedOutcome;
import org.hyperledger.fabric.protos.common.Block;

/** Lets committed blocks take effect again by the codes they record, and compares each COMMIT_HASH. */
public final class Redo {
    private final LedgerFiles files;
    private Optional<CollectionConfigs> collections;

    /** {@code collections} are read from block 0 where they are not known yet. */
    public Redo(LedgerFiles files, Optional<CollectionConfigs> collections) {
        this.files = files;
        this.collections = collections;
    }

    /** False, and nothing applied, if the block does not lead to the COMMIT_HASH it records. */
    public boolean apply(Block block, BlockLocation location) {
        List<TransactionParts> transactions =
                block.getData().getDataList().stream().map(TransactionParts::of).toList();
        try (StateSnapshot before = files.store().snapshot()) {
            UpdateBatch updates = RecordedOutcome.updates(block, transactions, before);
            ByteString hash = block.getHeader().getNumber() == 0
                    ? ByteString.EMPTY
                    : CommitHash.next(
                            files.store().commitHash(), BlockMetadataParts.transactionsFilter(block), updates);
            Optional<ByteString> recorded = BlockMetadataParts.commitHash(block);
            if (block.getHeader().getNumber() > 0 && !recorded.equals(Optional.of(hash))) {
                return false;
            }
            BlockOutcome outcome = new BlockOutcome(block, transactions, updates, hash);
            files.apply(outcome, location, new CollectionView(before, collections(block)));
        }
        return true;
    }

    private CollectionConfigs collections(Block block) {
        if (collections.isEmpty()) {
            Block genesis = files.store()
                    .index()
                    .location(0)
                    .map(first -> files.log().read(first))
                    .orElse(block);
            try {
                collections = Optional.of(new CollectionConfigs(ChannelConfig.of(genesis)));
            } catch (InvalidChannelException e) {
                throw new IllegalStateException("Block 0 holds no configuration that can be used", e);
            }
        }
        return collections.get();
    }
}
