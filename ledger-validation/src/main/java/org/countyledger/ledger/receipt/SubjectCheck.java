package org.countyledger.ledger.receipt;

import com.google.protobuf.ByteString;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.validation.EnvelopeCheck;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Whether the envelope is a transaction of the trusted channel that its creator signed. */
final class SubjectCheck {
    private final ChannelConfig trusted;
    private final PeerSignatures signatures;
    private final EnvelopeCheck form;

    SubjectCheck(ChannelConfig trusted, PeerSignatures signatures) {
        this.trusted = trusted;
        this.signatures = signatures;
        // The signature itself was checked just before, with a sentence for each way to fail.
        this.form = new EnvelopeCheck(trusted, (identity, message, signature) -> true);
    }

    void check(TransactionParts parts) throws RefusedReceiptException {
        requireTransaction(parts);
        requireCreator(parts);
        TxValidationCode code = form.check(parts);
        switch (code) {
            case VALID -> {}
            case BAD_PROPOSAL_TXID ->
                throw new RefusedReceiptException(
                        Check.TRANSACTION_ID, "The transaction id does not follow from its nonce and creator.");
            case INVALID_ENDORSER_TRANSACTION ->
                throw new RefusedReceiptException(
                        Check.PROPOSAL, "The endorsed result is not bound to the proposal by its hash.");
            default -> throw new RefusedReceiptException(Check.FORM, "The envelope is malformed: " + code + ".");
        }
        if (parts.action().isEmpty() || parts.extension().isEmpty()) {
            throw new RefusedReceiptException(Check.PROPOSAL, "The endorsed result cannot be parsed.");
        }
    }

    static String chaincode(TransactionParts parts) {
        return parts.action().orElseThrow().getChaincodeId().getName();
    }

    private void requireTransaction(TransactionParts parts) throws RefusedReceiptException {
        if (!parts.isEndorserTransaction() || parts.signatureHeader().isEmpty()) {
            throw new RefusedReceiptException(Check.FORM, "The envelope holds no transaction of a contract.");
        }
        String channel = parts.channelHeader().orElseThrow().getChannelId();
        if (!channel.equals(trusted.channelId())) {
            throw new RefusedReceiptException(
                    Check.FORM,
                    "The transaction is one of channel " + channel + ", not of " + trusted.channelId() + ".");
        }
    }

    private void requireCreator(TransactionParts parts) throws RefusedReceiptException {
        Envelope envelope = parts.envelope().orElseThrow();
        SignatureHeader header = parts.signatureHeader().orElseThrow();
        Identity creator = signatures.member(Check.CLIENT, header.getCreator());
        ByteString payload = envelope.getPayload();
        if (!signatures.holds(creator, payload, envelope.getSignature())) {
            throw new RefusedReceiptException(
                    Check.CLIENT, "The signature of the client of " + creator.mspId() + " does not hold.");
        }
    }
}
