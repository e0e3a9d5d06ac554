package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.SignatureCheck;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Whether an envelope is well formed, signed by its creator and bound to its proposal (Fabric's
 * {@code core/common/validation/msgvalidation.go}). Needs no state. Thread safe.
 */
public final class EnvelopeCheck {
    private final ChannelConfig config;
    private final SignatureCheck signatures;

    public EnvelopeCheck(ChannelConfig config, SignatureCheck signatures) {
        this.config = config;
        this.signatures = signatures;
    }

    /** VALID, or the first code that applies. */
    public TxValidationCode check(TransactionParts parts) {
        Optional<Envelope> envelope = parts.envelope();
        Optional<Payload> payload = parts.payload();
        if (envelope.isEmpty()) {
            return TxValidationCode.INVALID_OTHER_REASON;
        }
        if (payload.isEmpty()) {
            return TxValidationCode.BAD_PAYLOAD;
        }
        Optional<ChannelHeader> channelHeader = parts.channelHeader();
        Optional<SignatureHeader> signatureHeader = parts.signatureHeader();
        if (channelHeader.isEmpty()
                || signatureHeader.isEmpty()
                || !isAcceptable(channelHeader.get())
                || !isComplete(signatureHeader.get())) {
            return TxValidationCode.BAD_COMMON_HEADER;
        }
        if (!isSignedByCreator(envelope.get(), channelHeader.get(), signatureHeader.get())) {
            return TxValidationCode.BAD_CREATOR_SIGNATURE;
        }
        return switch (channelHeader.get().getType()) {
            case HeaderType.ENDORSER_TRANSACTION_VALUE -> checkEndorserTransaction(parts, signatureHeader.get());
            case HeaderType.CONFIG_VALUE ->
                payload.get().getData().isEmpty()
                        ? TxValidationCode.INVALID_CONFIG_TRANSACTION
                        : TxValidationCode.VALID;
            default -> TxValidationCode.UNSUPPORTED_TX_PAYLOAD;
        };
    }

    /** The transaction id that follows from a nonce and a creator. */
    public static String transactionId(ByteString nonce, ByteString creator) {
        return Sha256.hex(Sha256.of(nonce, creator));
    }

    private static boolean isAcceptable(ChannelHeader header) {
        return header.getEpoch() == 0
                && switch (header.getType()) {
                    case HeaderType.ENDORSER_TRANSACTION_VALUE,
                            HeaderType.CONFIG_UPDATE_VALUE,
                            HeaderType.CONFIG_VALUE -> true;
                    default -> false;
                };
    }

    private static boolean isComplete(SignatureHeader header) {
        return !header.getNonce().isEmpty() && !header.getCreator().isEmpty();
    }

    private boolean isSignedByCreator(Envelope envelope, ChannelHeader channelHeader, SignatureHeader header) {
        if (envelope.getSignature().isEmpty() || !channelHeader.getChannelId().equals(config.channelId())) {
            return false;
        }
        try {
            Identity creator = config.msps().identity(header.getCreator());
            return creator.isValid() && signatures.holds(creator, envelope.getPayload(), envelope.getSignature());
        } catch (IdentityException e) {
            return false;
        }
    }

    private static TxValidationCode checkEndorserTransaction(TransactionParts parts, SignatureHeader header) {
        if (!parts.transactionId().equals(transactionId(header.getNonce(), header.getCreator()))) {
            return TxValidationCode.BAD_PROPOSAL_TXID;
        }
        boolean bound = parts.transaction()
                        .filter(tx -> tx.getActionsCount() == 1)
                        .isPresent()
                && parts.actionHeader().filter(EnvelopeCheck::isComplete).isPresent()
                && isBoundToProposal(parts);
        return bound ? TxValidationCode.VALID : TxValidationCode.INVALID_ENDORSER_TRANSACTION;
    }

    private static boolean isBoundToProposal(TransactionParts parts) {
        Optional<ChaincodeActionPayload> payload = parts.actionPayload();
        Optional<ProposalResponsePayload> response = parts.responsePayload();
        if (payload.isEmpty() || response.isEmpty()) {
            return false;
        }
        return response.get()
                .getProposalHash()
                .equals(Sha256.of(
                        parts.payload().orElseThrow().getHeader().getChannelHeader(),
                        parts.transaction().orElseThrow().getActions(0).getHeader(),
                        payload.get().getChaincodeProposalPayload()));
    }
}
