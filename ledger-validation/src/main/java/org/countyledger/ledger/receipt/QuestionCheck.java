package org.countyledger.ledger.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.validation.EnvelopeCheck;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;

/**
 * Whether the organisations were asked for this transaction of this channel. Who asked is of no weight: the word is
 * theirs.
 */
final class QuestionCheck {
    private static final String FUNCTION = "GetTransactionByID";

    private final ChannelConfig trusted;

    QuestionCheck(ChannelConfig trusted) {
        this.trusted = trusted;
    }

    void check(Question question, String txId) throws RefusedReceiptException {
        try {
            requireHeader(ChannelHeader.parseFrom(question.channelHeader()), question.signatureHeader());
            requireArguments(ChaincodeProposalPayload.parseFrom(question.payload()), txId);
        } catch (InvalidProtocolBufferException e) {
            throw new RefusedReceiptException(Check.QUESTION, "What the organisations were asked cannot be parsed.");
        }
    }

    private void requireHeader(ChannelHeader header, ByteString signatureHeader)
            throws InvalidProtocolBufferException, RefusedReceiptException {
        SignatureHeader asker = SignatureHeader.parseFrom(signatureHeader);
        String called = ChaincodeHeaderExtension.parseFrom(header.getExtension())
                .getChaincodeId()
                .getName();
        boolean asked = header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE
                && header.getChannelId().equals(trusted.channelId())
                && called.equals(SignedAnswer.CHAINCODE)
                && header.getTxId().equals(EnvelopeCheck.transactionId(asker.getNonce(), asker.getCreator()));
        if (!asked) {
            throw new RefusedReceiptException(
                    Check.QUESTION,
                    "The organisations were not asked about the ledger of " + trusted.channelId() + ".");
        }
    }

    private void requireArguments(ChaincodeProposalPayload payload, String txId)
            throws InvalidProtocolBufferException, RefusedReceiptException {
        List<String> arguments =
                ChaincodeInvocationSpec.parseFrom(payload.getInput())
                        .getChaincodeSpec()
                        .getInput()
                        .getArgsList()
                        .stream()
                        .map(ByteString::toStringUtf8)
                        .toList();
        if (!arguments.equals(List.of(FUNCTION, trusted.channelId(), txId))) {
            throw new RefusedReceiptException(Check.QUESTION, "The organisations were asked about something else.");
        }
    }
}
