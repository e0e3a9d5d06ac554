package org.countyledger.client.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.operation.Committed;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Reads blocks as peers deliver them. It checks no signature: it reads from a peer that its caller trusts. */
public final class BlockDecoder {
    private final InvocationDecoder invocations;

    /**
     * A decoder for one chaincode.
     *
     * @param chaincode whose writes are shown
     */
    public BlockDecoder(String chaincode) {
        this.invocations = new InvocationDecoder(chaincode);
    }

    /**
     * Decodes a whole block.
     *
     * @throws IllegalArgumentException if this is no block of Fabric
     */
    public BlockSummary block(Block block) {
        ByteString codes = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        long number = block.getHeader().getNumber();
        List<TransactionSummary> transactions = new ArrayList<>();
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            Committed verdict = new Committed(codes.byteAt(i) & 0xff, number);
            transactions.add(transaction(block.getData().getData(i), verdict));
        }
        return new BlockSummary(
                number, HeaderHash.of(block.getHeader()), block.getHeader().getPreviousHash(), transactions);
    }

    private TransactionSummary transaction(ByteString envelope, Committed verdict) {
        try {
            return transaction(Envelope.parseFrom(envelope), verdict);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("block " + verdict.block() + " holds no envelopes", e);
        }
    }

    /**
     * Decodes one transaction, whose verdict is known from elsewhere.
     *
     * @throws IllegalArgumentException if this is no transaction of Fabric
     */
    public TransactionSummary transaction(Envelope envelope, Committed verdict) {
        try {
            Payload payload = Payload.parseFrom(envelope.getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            SignatureHeader signer =
                    SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
            boolean invokes = header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE;
            return new TransactionSummary(
                    header.getTxId(),
                    header.getType(),
                    verdict,
                    Instant.ofEpochSecond(
                            header.getTimestamp().getSeconds(),
                            header.getTimestamp().getNanos()),
                    SerializedIdentity.parseFrom(signer.getCreator()).getMspid(),
                    invokes ? invocations.decode(payload.getData()) : Optional.empty());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("block " + verdict.block() + " holds something unreadable", e);
        }
    }
}
