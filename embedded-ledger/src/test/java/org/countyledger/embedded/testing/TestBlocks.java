package org.countyledger.embedded.testing;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.ledger.block.BlockHashes;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;

/** Blocks of a test, with only the indexes it fills. */
public final class TestBlocks implements BlockStore {
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, ProcessedTransaction> transactions = new HashMap<>();
    private final Map<String, Integer> blockOfTransaction = new HashMap<>();
    private final Map<String, List<KeyModification>> histories = new HashMap<>();

    public TestBlocks add(Block block) {
        blocks.add(block);
        return this;
    }

    /** A transaction of the last block. */
    public TestBlocks addTransaction(String transactionId, ProcessedTransaction transaction) {
        transactions.put(transactionId, transaction);
        blockOfTransaction.put(transactionId, blocks.size() - 1);
        return this;
    }

    public TestBlocks history(String namespace, String key, List<KeyModification> newestFirst) {
        histories.put(namespace + "/" + key, newestFirst);
        return this;
    }

    @Override
    public BlockchainInfo chainInfo() {
        Block last = blocks.getLast();
        return BlockchainInfo.newBuilder()
                .setHeight(blocks.size())
                .setCurrentBlockHash(BlockHashes.headerHash(last.getHeader()))
                .setPreviousBlockHash(last.getHeader().getPreviousHash())
                .build();
    }

    @Override
    public Optional<Block> block(long number) {
        return number >= 0 && number < blocks.size() ? Optional.of(blocks.get((int) number)) : Optional.empty();
    }

    @Override
    public Optional<Block> blockByHash(ByteString headerHash) {
        return blocks.stream()
                .filter(block -> BlockHashes.headerHash(block.getHeader()).equals(headerHash))
                .findFirst();
    }

    @Override
    public Optional<Block> blockByTransactionId(String transactionId) {
        return Optional.ofNullable(blockOfTransaction.get(transactionId)).map(blocks::get);
    }

    @Override
    public Optional<ProcessedTransaction> transaction(String transactionId) {
        return Optional.ofNullable(transactions.get(transactionId));
    }

    @Override
    public boolean contains(String transactionId) {
        return transactions.containsKey(transactionId);
    }

    @Override
    public List<KeyModification> history(String namespace, String key) {
        return histories.getOrDefault(namespace + "/" + key, List.of());
    }
}
