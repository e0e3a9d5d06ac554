package org.countyledger.ledger.receipt;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.SortedSet;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.SignatureCheck;
import org.countyledger.ledger.receipt.Verdict.Refused;
import org.countyledger.ledger.receipt.Verdict.Verified;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Checks receipts against a trusted channel configuration, that of the genesis block. Needs no network, no state and no
 * clock. An organisation that joined by a later configuration is unknown here, and its signature is refused by name.
 * Thread safe.
 */
public final class ReceiptVerifier {
    private final ChannelConfig trusted;
    private final Demands demands;
    private final PeerSignatures peers;
    private final SubjectCheck subjects;
    private final QuestionCheck questions;

    /**
     * What makes a receipt sufficient.
     *
     * @param organizations how many organisations must have signed the validation code
     */
    public record Demands(int organizations, EndorsementRule rule) {
        public Demands {
            if (organizations < 1) {
                throw new IllegalArgumentException("nobody's word is no proof");
            }
        }
    }

    public ReceiptVerifier(ChannelConfig trusted, Demands demands) {
        this(trusted, demands, SignatureCheck.EVERY_TIME);
    }

    /** With signatures checked by {@code signatures}, e.g. by another provider. */
    public ReceiptVerifier(ChannelConfig trusted, Demands demands, SignatureCheck signatures) {
        this.trusted = trusted;
        this.demands = demands;
        this.peers = new PeerSignatures(trusted, signatures);
        this.subjects = new SubjectCheck(trusted, peers);
        this.questions = new QuestionCheck(trusted);
    }

    /** Checks the binary form. */
    public Verdict verify(ByteString bytes) {
        try {
            return verify(AttestedTransaction.decode(bytes));
        } catch (MalformedReceiptException e) {
            return new Refused(Check.FORM, "No receipt: " + e.getMessage() + ".");
        }
    }

    public Verdict verify(AttestedTransaction receipt) {
        try {
            return new Verified(verified(receipt));
        } catch (RefusedReceiptException e) {
            return e.verdict();
        }
    }

    private VerifiedTransaction verified(AttestedTransaction receipt) throws RefusedReceiptException {
        TransactionParts parts = TransactionParts.of(receipt.envelope());
        subjects.check(parts);
        SortedSet<String> endorsers = endorsers(parts);
        questions.check(receipt.question(), parts.transactionId());
        SortedSet<String> attestors = attestors(receipt);
        requireValid(receipt.validationCode());
        requireRule(parts, endorsers);
        return details(parts, endorsers, attestors);
    }

    private SortedSet<String> endorsers(TransactionParts parts) throws RefusedReceiptException {
        ChaincodeEndorsedAction action = parts.actionPayload().orElseThrow().getAction();
        SortedSet<String> endorsers =
                peers.organizations(Check.ENDORSERS, action.getProposalResponsePayload(), action.getEndorsementsList());
        if (endorsers.isEmpty()) {
            throw new RefusedReceiptException(Check.ENDORSERS, "Nobody endorsed the transaction.");
        }
        return endorsers;
    }

    private SortedSet<String> attestors(AttestedTransaction receipt) throws RefusedReceiptException {
        SortedSet<String> attestors =
                peers.organizations(Check.ATTESTATIONS, SignedAnswer.of(receipt), receipt.answers());
        if (attestors.size() != receipt.answers().size() || !AttestedTransaction.areInOrder(receipt.answers())) {
            throw new RefusedReceiptException(
                    Check.ATTESTATIONS, "The organisations are not named once each, in their order.");
        }
        if (attestors.size() < demands.organizations()) {
            throw new RefusedReceiptException(
                    Check.ATTESTATIONS,
                    "Only " + attestors.size() + " organisations signed, and " + demands.organizations() + " must.");
        }
        return attestors;
    }

    private static void requireValid(int code) throws RefusedReceiptException {
        if (code != TxValidationCode.VALID_VALUE) {
            TxValidationCode known = TxValidationCode.forNumber(code);
            throw new RefusedReceiptException(
                    Check.VALIDITY,
                    "The organisations signed that the transaction is not valid: "
                            + (known == null ? "code " + code : known.name()) + ".");
        }
    }

    private void requireRule(TransactionParts parts, SortedSet<String> endorsers) throws RefusedReceiptException {
        var refusal = demands.rule()
                .refusal(
                        SubjectCheck.chaincode(parts),
                        parts.results()
                                .orElseThrow(() -> new RefusedReceiptException(
                                        Check.RULE, "What the transaction writes cannot be parsed.")),
                        endorsers);
        if (refusal.isPresent()) {
            throw new RefusedReceiptException(Check.RULE, refusal.get());
        }
    }

    private VerifiedTransaction details(
            TransactionParts parts, SortedSet<String> endorsers, SortedSet<String> attestors)
            throws RefusedReceiptException {
        ChannelHeader header = parts.channelHeader().orElseThrow();
        return new VerifiedTransaction(
                parts.transactionId(),
                trusted.channelId(),
                SubjectCheck.chaincode(parts),
                Instant.ofEpochSecond(
                        header.getTimestamp().getSeconds(),
                        header.getTimestamp().getNanos()),
                peers.member(Check.CLIENT, parts.signatureHeader().orElseThrow().getCreator())
                        .mspId(),
                endorsers,
                attestors,
                parts);
    }
}
