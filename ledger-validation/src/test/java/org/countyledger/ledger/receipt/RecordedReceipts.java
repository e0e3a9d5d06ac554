package org.countyledger.ledger.receipt;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.ledger.RecordedChains;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;

/** Receipts made of what real Fabric 3.1.5 peers signed: the recorded chain holds a qscc answer of three of them. */
final class RecordedReceipts {
    static final List<Block> CHAIN = RecordedChains.bundledBlocks();

    private RecordedReceipts() {}

    static ChannelConfig genesis() {
        try {
            return ChannelConfig.of(CHAIN.get(0));
        } catch (InvalidChannelException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<AttestedTransaction> all() {
        List<AttestedTransaction> receipts = new ArrayList<>();
        for (Block block : CHAIN) {
            for (ByteString envelope : block.getData().getDataList()) {
                TransactionParts parts = TransactionParts.of(envelope);
                if (parts.action()
                        .filter(action -> action.getChaincodeId().getName().equals("qscc"))
                        .isPresent()) {
                    receipts.add(receipt(parts));
                }
            }
        }
        return receipts;
    }

    private static AttestedTransaction receipt(TransactionParts parts) {
        var header = parts.payload().orElseThrow().getHeader();
        var payload = parts.actionPayload().orElseThrow();
        ChaincodeEndorsedAction action = payload.getAction();
        Question question = new Question(
                header.getChannelHeader(), header.getSignatureHeader(), payload.getChaincodeProposalPayload());
        try {
            return AttestedTransaction.of(question, action.getProposalResponsePayload(), action.getEndorsementsList());
        } catch (MalformedReceiptException e) {
            throw new IllegalStateException(e);
        }
    }
}
