package org.countyledger.ledger.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.peer.Endorsement;

/**
 * The binary form: a protobuf message of which exactly one encoding is accepted. Fields stand in ascending order, each
 * one is there, lengths are minimal, nothing follows.
 *
 * <pre>
 * message Receipt {
 *   string form              = 1;  // its name and version in ASCII
 *   bytes  envelope          = 2;
 *   int32  validation_code   = 3;  // written also when 0
 *   bytes  channel_header    = 4;  // of the question
 *   bytes  signature_header  = 5;
 *   bytes  proposal_payload  = 6;
 *   repeated bytes endorser_and_signature = 7;  // endorser, signature, endorser, signature …
 * }
 * </pre>
 */
final class ReceiptForm {
    /** More than any envelope that a channel of this system orders. */
    private static final int MOST_BYTES = 4 << 20;

    private static final ByteString NAME = ByteString.copyFromUtf8("attested-transaction/1");
    private static final int FORM = 1;
    private static final int ENVELOPE = 2;
    private static final int CODE = 3;
    private static final int CHANNEL_HEADER = 4;
    private static final int SIGNATURE_HEADER = 5;
    private static final int PAYLOAD = 6;
    private static final int ANSWER = 7;

    private ReceiptForm() {}

    static ByteString encode(AttestedTransaction receipt) {
        ByteString.Output out = ByteString.newOutput(receipt.envelope().size() + 4096);
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        try {
            coded.writeBytes(FORM, NAME);
            coded.writeBytes(ENVELOPE, receipt.envelope());
            coded.writeInt32(CODE, receipt.validationCode());
            coded.writeBytes(CHANNEL_HEADER, receipt.question().channelHeader());
            coded.writeBytes(SIGNATURE_HEADER, receipt.question().signatureHeader());
            coded.writeBytes(PAYLOAD, receipt.question().payload());
            for (Endorsement answer : receipt.answers()) {
                coded.writeBytes(ANSWER, answer.getEndorser());
                coded.writeBytes(ANSWER, answer.getSignature());
            }
            coded.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteString();
    }

    static AttestedTransaction decode(ByteString bytes) throws MalformedReceiptException {
        if (bytes.size() > MOST_BYTES) {
            throw new MalformedReceiptException("a receipt has at most " + MOST_BYTES + " bytes");
        }
        try {
            AttestedTransaction receipt = read(bytes.newCodedInput());
            if (!encode(receipt).equals(bytes)) {
                throw new MalformedReceiptException("the bytes are not in the one form that a receipt has");
            }
            return receipt;
        } catch (IOException e) {
            throw new MalformedReceiptException("the bytes are no receipt, or not all of one", e);
        }
    }

    private static AttestedTransaction read(CodedInputStream in) throws IOException, MalformedReceiptException {
        if (!bytes(in, FORM).equals(NAME)) {
            throw new MalformedReceiptException("the bytes are no receipt of a form that is known here");
        }
        ByteString envelope = bytes(in, ENVELOPE);
        expect(in.readTag(), CODE, WireFormat.WIRETYPE_VARINT);
        int code = in.readInt32();
        Question question = new Question(bytes(in, CHANNEL_HEADER), bytes(in, SIGNATURE_HEADER), bytes(in, PAYLOAD));
        List<Endorsement> answers = new ArrayList<>();
        while (!in.isAtEnd()) {
            answers.add(Endorsement.newBuilder()
                    .setEndorser(bytes(in, ANSWER))
                    .setSignature(bytes(in, ANSWER))
                    .build());
        }
        return new AttestedTransaction(envelope, code, question, answers);
    }

    private static ByteString bytes(CodedInputStream in, int field) throws IOException, MalformedReceiptException {
        expect(in.readTag(), field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        return in.readBytes();
    }

    private static void expect(int tag, int field, int wireType) throws MalformedReceiptException {
        if (WireFormat.getTagFieldNumber(tag) != field || WireFormat.getTagWireType(tag) != wireType) {
            throw new MalformedReceiptException("field " + field + " of the receipt is missing");
        }
    }
}
