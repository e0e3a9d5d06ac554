package org.countyledger.embedded.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
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

/** A proposal in which a test sets what it wants to be wrong. */
public final class TestProposal {
    private SigningIdentity signer = TestChannel.CLIENT;
    private ByteString creator = TestChannel.CLIENT.serialized();
    private String channel = TestChannel.NAME;
    private String chaincode = "basic";
    private HeaderType type = HeaderType.ENDORSER_TRANSACTION;
    private long epoch;
    private Instant timestamp = TestChannel.NOW;
    private ByteString nonce = ByteString.copyFromUtf8(UUID.randomUUID().toString());
    private Optional<String> transactionId = Optional.empty();
    private final ChaincodeProposalPayload.Builder payload = ChaincodeProposalPayload.newBuilder();
    private final ChaincodeInput.Builder input = ChaincodeInput.newBuilder();

    public static TestProposal calling(String... arguments) {
        TestProposal proposal = new TestProposal();
        Arrays.stream(arguments).map(ByteString::copyFromUtf8).forEach(proposal.input::addArgs);
        return proposal;
    }

    public TestProposal argument(ByteString bytes) {
        input.addArgs(bytes);
        return this;
    }

    public TestProposal chaincode(String name) {
        chaincode = name;
        return this;
    }

    public TestProposal channel(String name) {
        channel = name;
        return this;
    }

    /** Created and signed by somebody. */
    public TestProposal by(SigningIdentity identity) {
        creator = identity.serialized();
        return signedBy(identity);
    }

    /** Signed by another than its creator. */
    public TestProposal signedBy(SigningIdentity identity) {
        signer = identity;
        return this;
    }

    public TestProposal creator(ByteString serialized) {
        creator = serialized;
        return this;
    }

    public TestProposal type(HeaderType headerType) {
        type = headerType;
        return this;
    }

    public TestProposal epoch(long number) {
        epoch = number;
        return this;
    }

    public TestProposal at(Instant instant) {
        timestamp = instant;
        return this;
    }

    public TestProposal nonce(ByteString bytes) {
        nonce = bytes;
        return this;
    }

    public TestProposal transactionId(String id) {
        transactionId = Optional.of(id);
        return this;
    }

    public TestProposal withTransient(String key, String value) {
        payload.putTransientMap(key, ByteString.copyFromUtf8(value));
        return this;
    }

    public String transactionId() {
        return transactionId.orElseGet(() -> Sha256.hex(Sha256.of(nonce, creator)));
    }

    public ByteString channelHeader() {
        ChaincodeHeaderExtension extension = ChaincodeHeaderExtension.newBuilder()
                .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                .build();
        return ChannelHeader.newBuilder()
                .setType(type.getNumber())
                .setTimestamp(Timestamp.newBuilder()
                        .setSeconds(timestamp.getEpochSecond())
                        .setNanos(timestamp.getNano()))
                .setChannelId(channel)
                .setTxId(transactionId())
                .setEpoch(epoch)
                .setExtension(extension.toByteString())
                .build()
                .toByteString();
    }

    public ByteString signatureHeader() {
        return SignatureHeader.newBuilder()
                .setCreator(creator)
                .setNonce(nonce)
                .build()
                .toByteString();
    }

    /** What goes into the transaction: everything but the transient map. */
    public ByteString payloadOnChain() {
        ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(ChaincodeSpec.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                        .setInput(input))
                .build();
        payload.setInput(spec.toByteString());
        return payload.build().toBuilder().clearTransientMap().build().toByteString();
    }

    public SignedProposal sign() {
        payloadOnChain();
        ByteString proposal = Proposal.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(channelHeader())
                        .setSignatureHeader(signatureHeader())
                        .build()
                        .toByteString())
                .setPayload(payload.build().toByteString())
                .build()
                .toByteString();
        return SignedProposal.newBuilder()
                .setProposalBytes(proposal)
                .setSignature(signer.sign(proposal))
                .build();
    }
}
