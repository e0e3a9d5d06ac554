package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** Proposals for one peer alone; the gateway library makes those that go to several. */
final class Proposals {
    private static final int NONCE_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Proposals() {}

    /**
     * A call of a system chaincode.
     *
     * @param channel empty for what concerns the peer itself
     * @param arguments the function's name, then its arguments
     */
    record Call(String chaincode, String channel, List<ByteString> arguments) {
        static Call of(String chaincode, String channel, String function, ByteString argument) {
            return new Call(chaincode, channel, List.of(ByteString.copyFromUtf8(function), argument));
        }
    }

    static SignedProposal signed(SigningIdentity signer, Call call) {
        return signed(signer, call, Instant.now());
    }

    /** As if it were made at another time than now. */
    static SignedProposal signed(SigningIdentity signer, Call call, Instant at) {
        ByteString nonce = nonce();
        ChaincodeID chaincode =
                ChaincodeID.newBuilder().setName(call.chaincode()).build();
        Header header = Header.newBuilder()
                .setChannelHeader(channelHeader(signer, call, nonce, at))
                .setSignatureHeader(SignatureHeader.newBuilder()
                        .setCreator(signer.serialized())
                        .setNonce(nonce)
                        .build()
                        .toByteString())
                .build();
        ChaincodeSpec spec = ChaincodeSpec.newBuilder()
                .setType(ChaincodeSpec.Type.GOLANG)
                .setChaincodeId(chaincode)
                .setInput(ChaincodeInput.newBuilder().addAllArgs(call.arguments()))
                .build();
        ByteString input = ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(spec)
                .build()
                .toByteString();
        ByteString proposal = Proposal.newBuilder()
                .setHeader(header.toByteString())
                .setPayload(ChaincodeProposalPayload.newBuilder()
                        .setInput(input)
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        return SignedProposal.newBuilder()
                .setProposalBytes(proposal)
                .setSignature(signer.sign(proposal))
                .build();
    }

    private static ByteString channelHeader(SigningIdentity signer, Call call, ByteString nonce, Instant at) {
        ChaincodeID chaincode =
                ChaincodeID.newBuilder().setName(call.chaincode()).build();
        return ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId(call.channel())
                .setTxId(Sha256.hex(Sha256.of(nonce.concat(signer.serialized()))))
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()))
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(chaincode)
                        .build()
                        .toByteString())
                .build()
                .toByteString();
    }

    /** Random bytes that nobody has used before. */
    static ByteString nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return ByteString.copyFrom(nonce);
    }
}
