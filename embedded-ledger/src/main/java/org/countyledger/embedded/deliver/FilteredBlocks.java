package org.countyledger.embedded.deliver;

import org.countyledger.embedded.state.BlockIndex;
import org.countyledger.ledger.block.TransactionParts;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredChaincodeAction;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.FilteredTransactionActions;

/** Blocks without contents ({@code core/peer/deliverevents.go}): every transaction, valid or not. */
final class FilteredBlocks {
    private FilteredBlocks() {}

    static FilteredBlock of(Block block) {
        FilteredBlock.Builder filtered =
                FilteredBlock.newBuilder().setNumber(block.getHeader().getNumber());
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            add(filtered, block, i);
        }
        return filtered.build();
    }

    private static void add(FilteredBlock.Builder filtered, Block block, int index) {
        TransactionParts parts = TransactionParts.of(block.getData().getData(index));
        FilteredTransaction.Builder transaction = FilteredTransaction.newBuilder()
                .setTxid(parts.transactionId())
                .setTxValidationCode(BlockIndex.code(block, index));
        parts.channelHeader().ifPresent(header -> {
            filtered.setChannelId(header.getChannelId());
            transaction.setTypeValue(header.getType());
        });
        if (parts.isEndorserTransaction()) {
            FilteredTransactionActions.Builder actions = FilteredTransactionActions.newBuilder();
            parts.event()
                    .filter(event -> !event.getChaincodeId().isEmpty())
                    .ifPresent(event -> actions.addChaincodeActions(FilteredChaincodeAction.newBuilder()
                            .setChaincodeEvent(event.toBuilder().clearPayload())));
            transaction.setTransactionActions(actions);
        }
        filtered.addFilteredTransactions(transaction);
    }
}
