package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.testing.BlindChange;
import org.countyledger.ledger.testing.TestNetwork;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/** A client of the channel that changes what peers endorsed and signs the envelope again with its own good key. */
final class Insider {
    private final List<SigningIdentity> clients;
    private final List<ByteString> envelopes;
    private final ChaincodeEndorsedAction elsewhere;
    private final Random random;

    /** What it changes. */
    enum Sort {
        BLIND,
        OTHER_RESULTS,
        OTHER_PROPOSAL,
        OTHER_RESPONSE,
        OTHER_NONCE,
        OTHER_CREATOR,
        OTHER_CHANNEL,
        FEWER_ENDORSERS,
        ONE_TWICE,
        BY_CLIENT,
        BORROWED_SIGNATURE,
        BORROWED_ENDORSEMENT,
        SWAPPED_SIGNATURES
    }

    Insider(TestNetwork network, List<ByteString> envelopes, Random random) {
        this.clients = List.copyOf(network.clients.values());
        this.envelopes = envelopes;
        this.elsewhere = endorsedAction(network.transaction()
                .write("elsewhere", "1")
                .endorsedBy("A", "B", "C")
                .envelope());
        this.random = random;
    }

    ByteString change(Sort sort, ByteString envelope) {
        try {
            return changed(sort, Payload.parseFrom(Envelope.parseFrom(envelope).getPayload()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private ByteString changed(Sort sort, Payload payload) throws InvalidProtocolBufferException {
        return switch (sort) {
            case BLIND -> signed(BlindChange.of(payload.toByteString(), random), clients.get(0));
            case OTHER_NONCE -> renamed(payload, clients.get(0));
            case OTHER_CREATOR -> renamed(payload, clients.get(1 + random.nextInt(clients.size() - 1)));
            case OTHER_CHANNEL -> headed(payload, header -> header.setChannelId("other" + random.nextInt(100)));
            case OTHER_PROPOSAL ->
                withActionPayload(
                        payload,
                        action -> action.setChaincodeProposalPayload(
                                TestNetwork.bytes("another proposal " + random.nextInt())));
            case OTHER_RESULTS,
                    OTHER_RESPONSE,
                    FEWER_ENDORSERS,
                    ONE_TWICE,
                    BY_CLIENT,
                    BORROWED_SIGNATURE,
                    BORROWED_ENDORSEMENT,
                    SWAPPED_SIGNATURES -> withAction(payload, action -> endorse(sort, action));
        };
    }

    private void endorse(Sort sort, ChaincodeEndorsedAction.Builder action) {
        int one = random.nextInt(action.getEndorsementsCount());
        int other = (one + 1) % action.getEndorsementsCount();
        Endorsement borrowed = borrowed();
        Endorsement first = action.getEndorsements(one);
        Endorsement second = action.getEndorsements(other);
        switch (sort) {
            case OTHER_RESULTS -> action.setProposalResponsePayload(otherResults(action.getProposalResponsePayload()));
            case OTHER_RESPONSE ->
                action.setProposalResponsePayload(endorsedAction(envelopes.get(random.nextInt(envelopes.size())))
                        .getProposalResponsePayload()
                        .concat(unknownField()));
            case FEWER_ENDORSERS -> action.removeEndorsements(one);
            case ONE_TWICE -> action.setEndorsements(one, second);
            case BY_CLIENT -> action.setEndorsements(one, byClient(action.getProposalResponsePayload()));
            case BORROWED_SIGNATURE ->
                action.setEndorsements(one, first.toBuilder().setSignature(borrowed.getSignature()));
            case BORROWED_ENDORSEMENT -> action.setEndorsements(one, borrowed);
            case SWAPPED_SIGNATURES -> {
                action.setEndorsements(one, first.toBuilder().setSignature(second.getSignature()));
                action.setEndorsements(other, second.toBuilder().setSignature(first.getSignature()));
            }
            default -> throw new IllegalArgumentException(sort + " changes no endorsement");
        }
    }

    /** Of a transaction that is not among the others. */
    private Endorsement borrowed() {
        return elsewhere.getEndorsements(random.nextInt(elsewhere.getEndorsementsCount()));
    }

    private static ChaincodeEndorsedAction endorsedAction(ByteString envelope) {
        return TransactionParts.of(envelope).actionPayload().orElseThrow().getAction();
    }

    private Endorsement byClient(ByteString response) {
        SigningIdentity client = clients.get(random.nextInt(clients.size()));
        return Endorsement.newBuilder()
                .setEndorser(client.serialized())
                .setSignature(client.sign(response.concat(client.serialized())))
                .build();
    }

    private ByteString unknownField() {
        return ByteString.copyFrom(new byte[] {(byte) 0xf8, 0x01, (byte) random.nextInt(100)});
    }

    /** With a write more than was endorsed. */
    private ByteString otherResults(ByteString response) {
        try {
            ProposalResponsePayload parsed = ProposalResponsePayload.parseFrom(response);
            ChaincodeAction action = ChaincodeAction.parseFrom(parsed.getExtension());
            NsReadWriteSet more = NsReadWriteSet.newBuilder()
                    .setNamespace(TestNetwork.CHAINCODE)
                    .setRwset(KVRWSet.newBuilder()
                            .addWrites(KVWrite.newBuilder()
                                    .setKey("stolen" + random.nextInt(100))
                                    .setValue(TestNetwork.bytes("1")))
                            .build()
                            .toByteString())
                    .build();
            ByteString results = TxReadWriteSet.parseFrom(action.getResults()).toBuilder()
                    .clearNsRwset()
                    .addNsRwset(more)
                    .build()
                    .toByteString();
            return parsed.toBuilder()
                    .setExtension(action.toBuilder().setResults(results).build().toByteString())
                    .build()
                    .toByteString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private ByteString withAction(Payload payload, Consumer<ChaincodeEndorsedAction.Builder> change)
            throws InvalidProtocolBufferException {
        return withActionPayload(payload, action -> change.accept(action.getActionBuilder()));
    }

    private ByteString withActionPayload(Payload payload, Consumer<ChaincodeActionPayload.Builder> change)
            throws InvalidProtocolBufferException {
        Transaction.Builder transaction = Transaction.parseFrom(payload.getData()).toBuilder();
        ChaincodeActionPayload.Builder action =
                ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload()).toBuilder();
        change.accept(action);
        transaction.getActionsBuilder(0).setPayload(action.build().toByteString());
        return signed(
                payload.toBuilder()
                        .setData(transaction.build().toByteString())
                        .build()
                        .toByteString(),
                clients.get(0));
    }

    private ByteString headed(Payload payload, Consumer<ChannelHeader.Builder> change)
            throws InvalidProtocolBufferException {
        ChannelHeader.Builder header =
                ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).toBuilder();
        change.accept(header);
        Payload.Builder changed = payload.toBuilder();
        changed.getHeaderBuilder().setChannelHeader(header.build().toByteString());
        return signed(changed.build().toByteString(), clients.get(0));
    }

    /** As a transaction of its own: a new nonce, the id that follows from it, and all headers accordingly. */
    private ByteString renamed(Payload payload, SigningIdentity creator) throws InvalidProtocolBufferException {
        ByteString nonce = TestNetwork.bytes("nonce " + random.nextLong());
        ByteString signatureHeader = SignatureHeader.newBuilder()
                .setCreator(creator.serialized())
                .setNonce(nonce)
                .build()
                .toByteString();
        ChannelHeader channelHeader = ChannelHeader.parseFrom(
                        payload.getHeader().getChannelHeader())
                .toBuilder()
                .setTxId(EnvelopeCheck.transactionId(nonce, creator.serialized()))
                .build();
        Transaction.Builder transaction = Transaction.parseFrom(payload.getData()).toBuilder();
        transaction.getActionsBuilder(0).setHeader(signatureHeader);
        Payload.Builder changed =
                payload.toBuilder().setData(transaction.build().toByteString());
        changed.getHeaderBuilder()
                .setChannelHeader(channelHeader.toByteString())
                .setSignatureHeader(signatureHeader);
        return signed(changed.build().toByteString(), creator);
    }

    private static ByteString signed(ByteString payload, SigningIdentity creator) {
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(creator.sign(payload))
                .build()
                .toByteString();
    }
}
