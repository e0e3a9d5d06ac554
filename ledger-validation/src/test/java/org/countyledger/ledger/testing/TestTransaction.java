package org.countyledger.ledger.testing;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.VersionedValue;
import org.countyledger.ledger.validation.EnvelopeCheck;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** A transaction made by hand; every part can be spoiled before it is signed. */
public final class TestTransaction {
    private static final AtomicLong NONCES = new AtomicLong();

    private final TestNetwork network;
    private final Map<String, KVRWSet.Builder> sets = new LinkedHashMap<>();
    private final Map<String, Map<String, HashedRWSet.Builder>> hashed = new LinkedHashMap<>();
    private final List<SigningIdentity> endorsers = new ArrayList<>();
    private final ByteString nonce = ByteString.copyFromUtf8("nonce " + NONCES.incrementAndGet());
    private SigningIdentity creator;
    private Consumer<ChannelHeader.Builder> onChannelHeader = header -> {};
    private Consumer<SignatureHeader.Builder> onSignatureHeader = header -> {};
    private Consumer<ChaincodeAction.Builder> onAction = action -> {};
    private Consumer<ProposalResponsePayload.Builder> onResponse = response -> {};
    private Consumer<Transaction.Builder> onTransaction = transaction -> {};
    private UnaryOperator<ByteString> onEndorsement = signature -> signature;
    private Consumer<Payload.Builder> onPayload = payload -> {};
    private Consumer<Envelope.Builder> onEnvelope = envelope -> {};

    TestTransaction(TestNetwork network) {
        this.network = network;
        this.creator = network.clients.values().iterator().next();
    }

    public TestTransaction endorsedBy(String... organizations) {
        for (String organization : organizations) {
            SigningIdentity peer = network.peers.get(organization);
            if (peer == null) {
                throw new IllegalArgumentException(organization);
            }
            endorsers.add(peer);
        }
        return this;
    }

    public TestTransaction endorsedBy(SigningIdentity endorser) {
        endorsers.add(endorser);
        return this;
    }

    public TestTransaction createdBy(SigningIdentity other) {
        creator = other;
        return this;
    }

    /** Reads a key at the version it has in the network's state. */
    public TestTransaction read(String key) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        network.state
                .get(TestNetwork.CHAINCODE, key)
                .map(VersionedValue::version)
                .ifPresent(version -> read.setVersion(ReadWriteSets.version(version)));
        return set(set -> set.addReads(read));
    }

    public TestTransaction readAt(String key, Version version) {
        return set(set -> set.addReads(KVRead.newBuilder().setKey(key).setVersion(ReadWriteSets.version(version))));
    }

    public TestTransaction query(RangeQueryInfo query) {
        return set(set -> set.addRangeQueriesInfo(query));
    }

    public TestTransaction write(String key, String value) {
        return set(set -> set.addWrites(KVWrite.newBuilder().setKey(key).setValue(TestNetwork.bytes(value))));
    }

    public TestTransaction writeIn(String namespace, String key, String value) {
        set(namespace).addWrites(KVWrite.newBuilder().setKey(key).setValue(TestNetwork.bytes(value)));
        return this;
    }

    public TestTransaction delete(String key) {
        return set(set -> set.addWrites(KVWrite.newBuilder().setKey(key).setIsDelete(true)));
    }

    /** Gives a key a policy of its own. */
    public TestTransaction protect(String key, String policy) {
        return metadata(key, TestNetwork.policy(policy).getSignaturePolicy().toByteString());
    }

    public TestTransaction metadata(String key, ByteString parameter) {
        return set(set -> set.addMetadataWrites(KVMetadataWrite.newBuilder()
                .setKey(key)
                .addEntries(KVMetadataEntry.newBuilder()
                        .setName("VALIDATION_PARAMETER")
                        .setValue(parameter))));
    }

    public TestTransaction writePrivate(String collection, String key, String value) {
        return hashed(
                collection,
                set -> set.addHashedWrites(KVWriteHash.newBuilder()
                        .setKeyHash(Sha256.ofKey(key))
                        .setValueHash(Sha256.of(TestNetwork.bytes(value)))));
    }

    public TestTransaction hashed(String collection, Consumer<HashedRWSet.Builder> change) {
        set(TestNetwork.CHAINCODE);
        change.accept(hashed.computeIfAbsent(TestNetwork.CHAINCODE, name -> new LinkedHashMap<>())
                .computeIfAbsent(collection, name -> HashedRWSet.newBuilder()));
        return this;
    }

    public TestTransaction set(Consumer<KVRWSet.Builder> change) {
        change.accept(set(TestNetwork.CHAINCODE));
        return this;
    }

    private KVRWSet.Builder set(String namespace) {
        return sets.computeIfAbsent(namespace, name -> KVRWSet.newBuilder());
    }

    public TestTransaction onChannelHeader(Consumer<ChannelHeader.Builder> change) {
        onChannelHeader = change;
        return this;
    }

    public TestTransaction onSignatureHeader(Consumer<SignatureHeader.Builder> change) {
        onSignatureHeader = change;
        return this;
    }

    public TestTransaction onAction(Consumer<ChaincodeAction.Builder> change) {
        onAction = change;
        return this;
    }

    public TestTransaction onResponse(Consumer<ProposalResponsePayload.Builder> change) {
        onResponse = change;
        return this;
    }

    public TestTransaction onTransaction(Consumer<Transaction.Builder> change) {
        onTransaction = change;
        return this;
    }

    public TestTransaction onEndorsement(UnaryOperator<ByteString> change) {
        onEndorsement = change;
        return this;
    }

    public TestTransaction onPayload(Consumer<Payload.Builder> change) {
        onPayload = change;
        return this;
    }

    public TestTransaction onEnvelope(Consumer<Envelope.Builder> change) {
        onEnvelope = change;
        return this;
    }

    public String transactionId() {
        return EnvelopeCheck.transactionId(nonce, creator.serialized());
    }

    public ByteString envelope() {
        SignatureHeader.Builder signatureHeader =
                SignatureHeader.newBuilder().setCreator(creator.serialized()).setNonce(nonce);
        onSignatureHeader.accept(signatureHeader);
        ChannelHeader.Builder channelHeader = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId(TestNetwork.CHANNEL)
                .setTxId(transactionId())
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName(TestNetwork.CHAINCODE))
                        .build()
                        .toByteString());
        onChannelHeader.accept(channelHeader);
        Header header = Header.newBuilder()
                .setChannelHeader(channelHeader.build().toByteString())
                .setSignatureHeader(signatureHeader.build().toByteString())
                .build();
        Transaction.Builder transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(header.getSignatureHeader())
                        .setPayload(actionPayload(header).toByteString()));
        onTransaction.accept(transaction);
        Payload.Builder payload = Payload.newBuilder()
                .setHeader(header)
                .setData(transaction.build().toByteString());
        onPayload.accept(payload);
        ByteString bytes = payload.build().toByteString();
        Envelope.Builder envelope = Envelope.newBuilder().setPayload(bytes).setSignature(creator.sign(bytes));
        onEnvelope.accept(envelope);
        return envelope.build().toByteString();
    }

    private ChaincodeActionPayload actionPayload(Header header) {
        ByteString proposal = TestNetwork.bytes("proposal payload");
        ChaincodeAction.Builder action = ChaincodeAction.newBuilder()
                .setChaincodeId(
                        ChaincodeID.newBuilder().setName(TestNetwork.CHAINCODE).setVersion("1.0"))
                .setResults(results().toByteString());
        onAction.accept(action);
        ProposalResponsePayload.Builder response = ProposalResponsePayload.newBuilder()
                .setProposalHash(Sha256.of(header.getChannelHeader(), header.getSignatureHeader(), proposal))
                .setExtension(action.build().toByteString());
        onResponse.accept(response);
        ByteString responseBytes = response.build().toByteString();
        ChaincodeEndorsedAction.Builder endorsed =
                ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(responseBytes);
        for (SigningIdentity endorser : endorsers) {
            endorsed.addEndorsements(Endorsement.newBuilder()
                    .setEndorser(endorser.serialized())
                    .setSignature(onEndorsement.apply(endorser.sign(responseBytes.concat(endorser.serialized())))));
        }
        return ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(proposal)
                .setAction(endorsed)
                .build();
    }

    private TxReadWriteSet results() {
        TxReadWriteSet.Builder results = TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        sets.forEach((namespace, set) -> {
            NsReadWriteSet.Builder written = NsReadWriteSet.newBuilder()
                    .setNamespace(namespace)
                    .setRwset(set.build().toByteString());
            hashed.getOrDefault(namespace, Map.of())
                    .forEach((collection, hashes) ->
                            written.addCollectionHashedRwset(CollectionHashedReadWriteSet.newBuilder()
                                    .setCollectionName(collection)
                                    .setHashedRwset(hashes.build().toByteString())));
            results.addNsRwset(written);
        });
        return results.build();
    }
}
