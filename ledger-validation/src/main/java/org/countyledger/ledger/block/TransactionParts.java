package org.countyledger.ledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.Optional;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one envelope of a block: the one place where envelopes are taken apart. What cannot be parsed, and all
 * inside of it, is absent; nothing here judges. Thread safe once made.
 */
public final class TransactionParts {
    private final ByteString bytes;
    private @Nullable Envelope envelope;
    private @Nullable Payload payload;
    private @Nullable ChannelHeader channelHeader;
    private @Nullable SignatureHeader signatureHeader;
    private @Nullable Transaction transaction;
    private @Nullable SignatureHeader actionHeader;
    private @Nullable ChaincodeActionPayload actionPayload;
    private @Nullable ProposalResponsePayload responsePayload;
    private @Nullable ChaincodeHeaderExtension extension;
    private @Nullable ChaincodeAction action;
    private @Nullable ReadWriteSets results;

    private TransactionParts(ByteString bytes) {
        this.bytes = bytes;
    }

    /** Parses as far as it goes; never throws. */
    public static TransactionParts of(ByteString envelope) {
        TransactionParts parts = new TransactionParts(envelope);
        parts.parseHeaders();
        if (parts.isEndorserTransaction() && parts.payload != null) {
            parts.parseTransaction(parts.payload.getData());
        }
        return parts;
    }

    private void parseHeaders() {
        envelope = parse(Envelope.parser(), bytes);
        if (envelope == null) {
            return;
        }
        payload = parse(Payload.parser(), envelope.getPayload());
        if (payload == null || !payload.hasHeader()) {
            return;
        }
        channelHeader = parse(ChannelHeader.parser(), payload.getHeader().getChannelHeader());
        signatureHeader = parse(SignatureHeader.parser(), payload.getHeader().getSignatureHeader());
        if (channelHeader != null) {
            extension = parse(ChaincodeHeaderExtension.parser(), channelHeader.getExtension());
        }
    }

    private void parseTransaction(ByteString data) {
        transaction = parse(Transaction.parser(), data);
        if (transaction == null || transaction.getActionsCount() == 0) {
            return;
        }
        TransactionAction first = transaction.getActions(0);
        actionHeader = parse(SignatureHeader.parser(), first.getHeader());
        actionPayload = parse(ChaincodeActionPayload.parser(), first.getPayload());
        if (actionPayload == null || !actionPayload.hasAction()) {
            return;
        }
        responsePayload = parse(
                ProposalResponsePayload.parser(), actionPayload.getAction().getProposalResponsePayload());
        if (responsePayload == null || responsePayload.getExtension().isEmpty()) {
            return;
        }
        action = parse(ChaincodeAction.parser(), responsePayload.getExtension());
        if (action == null) {
            return;
        }
        try {
            results = ReadWriteSets.parse(action.getResults());
        } catch (InvalidProtocolBufferException e) {
            results = null;
        }
    }

    private static <T extends Message> @Nullable T parse(Parser<T> parser, ByteString bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            return null;
        }
    }

    /** The envelope as it stands in the block. */
    public ByteString bytes() {
        return bytes;
    }

    public Optional<Envelope> envelope() {
        return Optional.ofNullable(envelope);
    }

    public Optional<Payload> payload() {
        return Optional.ofNullable(payload);
    }

    public Optional<ChannelHeader> channelHeader() {
        return Optional.ofNullable(channelHeader);
    }

    public Optional<SignatureHeader> signatureHeader() {
        return Optional.ofNullable(signatureHeader);
    }

    public Optional<Transaction> transaction() {
        return Optional.ofNullable(transaction);
    }

    /** The signature header inside the first action. */
    public Optional<SignatureHeader> actionHeader() {
        return Optional.ofNullable(actionHeader);
    }

    public Optional<ChaincodeActionPayload> actionPayload() {
        return Optional.ofNullable(actionPayload);
    }

    public Optional<ProposalResponsePayload> responsePayload() {
        return Optional.ofNullable(responsePayload);
    }

    /** The extension of the channel header: which chaincode was called. */
    public Optional<ChaincodeHeaderExtension> extension() {
        return Optional.ofNullable(extension);
    }

    public Optional<ChaincodeAction> action() {
        return Optional.ofNullable(action);
    }

    public Optional<ReadWriteSets> results() {
        return Optional.ofNullable(results);
    }

    /** The event of the chaincode, if it set one. */
    public Optional<ChaincodeEvent> event() {
        return action().filter(present -> !present.getEvents().isEmpty())
                .map(present -> parse(ChaincodeEvent.parser(), present.getEvents()));
    }

    /** The transaction id of the channel header; empty text where there is none. */
    public String transactionId() {
        return channelHeader == null ? "" : channelHeader.getTxId();
    }

    public boolean isEndorserTransaction() {
        return channelHeader != null && channelHeader.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE;
    }

    public boolean isConfig() {
        return channelHeader != null && channelHeader.getType() == HeaderType.CONFIG_VALUE;
    }
}
