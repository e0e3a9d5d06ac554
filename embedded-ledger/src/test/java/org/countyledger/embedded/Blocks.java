package org.countyledger.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.countyledger.ledger.block.TransactionParts;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What tests read from committed blocks. */
final class Blocks {
    private Blocks() {}

    static List<Block> all(EmbeddedLedger ledger) {
        List<Block> blocks = new ArrayList<>();
        for (long number = 0; ledger.blocks().block(number).isPresent(); number++) {
            blocks.add(ledger.blocks().block(number).get());
        }
        return blocks;
    }

    static List<TransactionParts> transactions(Block block) {
        return block.getData().getDataList().stream().map(TransactionParts::of).toList();
    }

    /** Codes of every occurrence of a transaction id, in the order of the chain. */
    static List<TxValidationCode> codes(EmbeddedLedger ledger, String transactionId) {
        List<TxValidationCode> codes = new ArrayList<>();
        for (Block block : all(ledger)) {
            List<TransactionParts> transactions = transactions(block);
            for (int i = 0; i < transactions.size(); i++) {
                if (transactions.get(i).transactionId().equals(transactionId)) {
                    codes.add(BlockMetadataParts.recordedCodes(block).get(i));
                }
            }
        }
        return codes;
    }

    /** The first occurrence of a transaction. */
    static TransactionParts transaction(EmbeddedLedger ledger, String transactionId) {
        Block block = ledger.blocks().blockByTransactionId(transactionId).orElseThrow();
        return transactions(block).stream()
                .filter(parts -> parts.transactionId().equals(transactionId))
                .findFirst()
                .orElseThrow();
    }

    /** MSP ids of a committed transaction's endorsers. */
    static List<String> endorsers(ThrowawayNetwork network, String transactionId)
            throws InvalidProtocolBufferException {
        List<String> mspIds = new ArrayList<>();
        for (Endorsement endorsement : transaction(network.ledger(), transactionId)
                .actionPayload()
                .orElseThrow()
                .getAction()
                .getEndorsementsList()) {
            mspIds.add(SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid());
        }
        return mspIds;
    }
}
