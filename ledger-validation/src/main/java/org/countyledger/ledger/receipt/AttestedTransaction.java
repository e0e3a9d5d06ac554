package org.countyledger.ledger.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/**
 * A receipt: an envelope as it stands in its block, the validation code that peers gave it, and their signatures on both.
 * What they signed is not kept: it follows from envelope, code and question. Nothing of this is checked yet.
 *
 * @param envelope a {@code common.Envelope}
 * @param answers endorsers with their signatures, by MSP id
 */
public record AttestedTransaction(
        ByteString envelope, int validationCode, Question question, List<Endorsement> answers) {

    public AttestedTransaction {
        answers = List.copyOf(answers);
    }

    /**
     * From what several organisations answered to one {@code GetTransactionByID}.
     *
     * @param signed the {@code ProposalResponsePayload} that all of them signed
     * @throws MalformedReceiptException if it is the answer to something else
     */
    public static AttestedTransaction of(Question question, ByteString signed, List<Endorsement> answers)
            throws MalformedReceiptException {
        try {
            ChaincodeAction action = ChaincodeAction.parseFrom(
                    ProposalResponsePayload.parseFrom(signed).getExtension());
            ProcessedTransaction found =
                    ProcessedTransaction.parseFrom(action.getResponse().getPayload());
            List<Endorsement> sorted = new ArrayList<>(answers);
            sorted.sort(Comparator.comparing(AttestedTransaction::mspId, KeyOrder.UTF8));
            AttestedTransaction made = new AttestedTransaction(
                    found.getTransactionEnvelope().toByteString(), found.getValidationCode(), question, sorted);
            if (!SignedAnswer.of(made).equals(signed)) {
                throw new MalformedReceiptException("the peers answered something else than was asked");
            }
            return made;
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedReceiptException("the peers' answer cannot be parsed", e);
        }
    }

    /** The one binary form. */
    public ByteString encoded() {
        return ReceiptForm.encode(this);
    }

    /** Reads the binary form; any other bytes than those that {@link #encoded} would write are refused. */
    public static AttestedTransaction decode(ByteString bytes) throws MalformedReceiptException {
        return ReceiptForm.decode(bytes);
    }

    /** Whether the answers stand by MSP id, each once. */
    static boolean areInOrder(List<Endorsement> answers) {
        for (int i = 1; i < answers.size(); i++) {
            if (KeyOrder.UTF8.compare(mspId(answers.get(i - 1)), mspId(answers.get(i))) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static String mspId(Endorsement answer) {
        try {
            return SerializedIdentity.parseFrom(answer.getEndorser()).getMspid();
        } catch (InvalidProtocolBufferException e) {
            return "";
        }
    }
}
