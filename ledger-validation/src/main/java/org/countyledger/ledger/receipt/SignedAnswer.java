package org.countyledger.ledger.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;

/** The bytes that a Fabric 3.1 peer signs when it answers {@code qscc} GetTransactionByID, before its own identity. */
final class SignedAnswer {
    static final String CHAINCODE = "qscc";
    private static final String VERSION = "syscc";
    private static final int OK = 200;

    private SignedAnswer() {}

    static ByteString of(AttestedTransaction receipt) {
        ChaincodeAction action = ChaincodeAction.newBuilder()
                .setResponse(Response.newBuilder().setStatus(OK).setPayload(processed(receipt)))
                .setChaincodeId(ChaincodeID.newBuilder().setName(CHAINCODE).setVersion(VERSION))
                .build();
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(receipt.question().hash())
                .setExtension(action.toByteString())
                .build()
                .toByteString();
    }

    /** A {@code ProcessedTransaction} with the envelope's own bytes inside, whatever they are. */
    private static ByteString processed(AttestedTransaction receipt) {
        ByteString.Output out = ByteString.newOutput(receipt.envelope().size() + 16);
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        try {
            coded.writeBytes(ProcessedTransaction.TRANSACTIONENVELOPE_FIELD_NUMBER, receipt.envelope());
            if (receipt.validationCode() != 0) {
                coded.writeInt32(ProcessedTransaction.VALIDATIONCODE_FIELD_NUMBER, receipt.validationCode());
            }
            coded.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteString();
    }
}
