package org.countyledger.embedded.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.state.VersionedValue;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/**
 * {@code _lifecycle/CommitChaincodeDefinition} as one transaction endorsed by every organisation's peer. The approvals
 * that go before it on a real network write private data and are left out.
 */
public final class DefinitionTransaction {
    private static final int NONCE_BYTES = 24;

    private DefinitionTransaction() {}

    public record Prepared(String transactionId, Envelope envelope) {}

    public static Prepared build(
            String channel, ChaincodeSetup definition, StateView state, List<SigningIdentity> peers, Instant now) {
        SigningIdentity creator = peers.getFirst();
        byte[] random = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(random);
        ByteString nonce = ByteString.copyFrom(random);
        String transactionId = Sha256.hex(Sha256.of(nonce, creator.serialized()));
        Header header = Header.newBuilder()
                .setChannelHeader(channelHeader(channel, transactionId, now).toByteString())
                .setSignatureHeader(SignatureHeader.newBuilder()
                        .setCreator(creator.serialized())
                        .setNonce(nonce)
                        .build()
                        .toByteString())
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(header)
                .setData(transaction(definition, state, peers, header).toByteString())
                .build();
        ByteString bytes = payload.toByteString();
        return new Prepared(
                transactionId,
                Envelope.newBuilder()
                        .setPayload(bytes)
                        .setSignature(creator.sign(bytes))
                        .build());
    }

    private static ChannelHeader channelHeader(String channel, String transactionId, Instant now) {
        ChaincodeHeaderExtension extension = ChaincodeHeaderExtension.newBuilder()
                .setChaincodeId(ChaincodeID.newBuilder().setName(ChaincodeSetup.NAMESPACE))
                .build();
        return ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .setChannelId(channel)
                .setTxId(transactionId)
                .setExtension(extension.toByteString())
                .build();
    }

    private static Transaction transaction(
            ChaincodeSetup definition, StateView state, List<SigningIdentity> peers, Header header) {
        ByteString proposal = ChaincodeProposalPayload.newBuilder()
                .setInput(input(definition).toByteString())
                .build()
                .toByteString();
        ByteString response = ProposalResponsePayload.newBuilder()
                .setProposalHash(Sha256.of(header.getChannelHeader(), header.getSignatureHeader(), proposal))
                .setExtension(action(definition, state).toByteString())
                .build()
                .toByteString();
        ChaincodeEndorsedAction.Builder endorsed =
                ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(response);
        for (SigningIdentity peer : peers) {
            endorsed.addEndorsements(Endorsement.newBuilder()
                    .setEndorser(peer.serialized())
                    .setSignature(peer.sign(response.concat(peer.serialized()))));
        }
        ChaincodeActionPayload payload = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(proposal)
                .setAction(endorsed)
                .build();
        return Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(header.getSignatureHeader())
                        .setPayload(payload.toByteString()))
                .build();
    }

    private static ChaincodeInvocationSpec input(ChaincodeSetup definition) {
        return ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(ChaincodeSpec.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName(ChaincodeSetup.NAMESPACE))
                        .setInput(ChaincodeInput.newBuilder()
                                .addArgs(ByteString.copyFromUtf8("CommitChaincodeDefinition"))
                                .addArgs(definition.arguments().toByteString())))
                .build();
    }

    private static ChaincodeAction action(ChaincodeSetup definition, StateView state) {
        KVRWSet.Builder set = KVRWSet.newBuilder()
                .addReads(read(state, ChaincodeSetup.sequenceKey(definition.name())))
                .addReads(read(state, ChaincodeSetup.metadataKey(definition.name())));
        definition
                .writes()
                .forEach((key, value) ->
                        set.addWrites(KVWrite.newBuilder().setKey(key).setValue(value)));
        TxReadWriteSet results = TxReadWriteSet.newBuilder()
                .setDataModel(TxReadWriteSet.DataModel.KV)
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace(ChaincodeSetup.NAMESPACE)
                        .setRwset(set.build().toByteString()))
                .build();
        return ChaincodeAction.newBuilder()
                .setResults(results.toByteString())
                .setResponse(Response.newBuilder().setStatus(200))
                .setChaincodeId(ChaincodeID.newBuilder()
                        .setName(ChaincodeSetup.NAMESPACE)
                        .setVersion("syscc"))
                .build();
    }

    private static KVRead read(StateView state, String key) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        state.get(ChaincodeSetup.NAMESPACE, key)
                .map(VersionedValue::version)
                .map(DefinitionTransaction::version)
                .ifPresent(read::setVersion);
        return read.build();
    }

    private static org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version version(Version version) {
        return org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder()
                .setBlockNum(version.blockNumber())
                .setTxNum(version.transactionNumber())
                .build();
    }
}
