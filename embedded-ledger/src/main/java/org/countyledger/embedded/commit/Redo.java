package org.countyledger.embedded.commit;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.blockfile.BlockLocation;
import org.countyledger.embedded.blockfile.BlockLog;
import org.countyledger.embedded.blockfile.LedgerDamagedException;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.embedded.state.StateStore;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.validation.BlockDecision;
import org.countyledger.ledger.validation.BlockValidator;
import org.countyledger.ledger.validation.CommitHash;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;

/** Applies committed blocks to the index again by the codes they record, and compares each COMMIT_HASH. */
final class Redo {
    private final StateStore store;
    private final BlockLog log;
    private @Nullable BlockValidator validator;

    Redo(StateStore store, BlockLog log) {
        this.store = store;
        this.log = log;
    }

    void apply(Block block, BlockLocation location) {
        BlockDecision decision;
        try (StateSnapshot before = store.snapshot()) {
            decision = validatorFor(block).validate(block, before, this::isCommitted);
        }
        decision.newConfig().ifPresent(config -> validator = new BlockValidator(config));
        ByteString hash = block.getHeader().getNumber() == 0
                ? ByteString.EMPTY
                : CommitHash.next(store.commitHash(), BlockMetadataParts.transactionsFilter(block), decision.updates());
        Optional<ByteString> recorded = BlockMetadataParts.commitHash(block);
        if (recorded.isPresent() && !recorded.get().equals(hash)) {
            throw new LedgerDamagedException("Block " + block.getHeader().getNumber()
                    + " does not lead to the COMMIT_HASH it records. Nothing was changed.");
        }
        List<TransactionParts> transactions =
                block.getData().getDataList().stream().map(TransactionParts::of).toList();
        store.apply(block, transactions, location, decision.updates(), hash);
    }

    private boolean isCommitted(String transactionId) {
        return store.index().transaction(transactionId).isPresent();
    }

    private BlockValidator validatorFor(Block block) {
        if (validator == null) {
            Block config = store.height() == 0
                    ? block
                    : log.read(store.index().location(0).orElseThrow());
            try {
                validator = new BlockValidator(ChannelConfig.of(config));
            } catch (InvalidChannelException e) {
                throw new LedgerDamagedException("Block 0 holds no channel configuration: " + e.getMessage());
            }
        }
        return validator;
    }
}
