package org.countyledger.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countyledger.ledger.receipt.ReceiptVerifier.Demands;
import org.countyledger.ledger.receipt.Verdict.Refused;
import org.junit.jupiter.api.Test;

class ReceiptFormTest {
    private static final AttestedTransaction RECEIPT = RecordedReceipts.all().get(0);
    private static final ByteString BYTES = RECEIPT.encoded();

    @Test
    void aReceiptIsReadBackAsItWasWritten() throws MalformedReceiptException {
        assertThat(AttestedTransaction.decode(BYTES)).isEqualTo(RECEIPT);
    }

    /** The signatures that still stand are not verified again and again. */
    @Test
    void eachByteOfWhatRealPeersSignedMatters() {
        Map<Object, Boolean> known = new HashMap<>();
        ReceiptVerifier verifier = new ReceiptVerifier(
                RecordedReceipts.genesis(),
                new Demands(3, EndorsementRule.NONE),
                (identity, message, signature) -> known.computeIfAbsent(
                        List.of(identity.serialized(), message, signature),
                        key -> identity.verify(message, signature)));
        assertThat(verifier.verify(BYTES)).isInstanceOf(Verdict.Verified.class);
        Map<Check, Integer> refused = new HashMap<>();
        for (int place = 0; place < BYTES.size(); place += 3) {
            byte[] changed = BYTES.toByteArray();
            changed[place] ^= (byte) (1 << (place % 8));
            Verdict verdict = verifier.verify(ByteString.copyFrom(changed));
            assertThat(verdict).as("byte %d", place).isInstanceOf(Refused.class);
            refused.merge(((Refused) verdict).check(), 1, Integer::sum);
        }
        assertThat(refused).containsKeys(Check.FORM, Check.CLIENT, Check.ATTESTATIONS);
    }

    @Test
    void aReceiptThatIsCutAnywhereOrGoesOnIsNone() {
        ReceiptVerifier verifier =
                new ReceiptVerifier(RecordedReceipts.genesis(), new Demands(3, EndorsementRule.NONE));
        for (int length = 0; length < BYTES.size(); length++) {
            assertThat(verifier.verify(BYTES.substring(0, length)))
                    .as("the first %d bytes", length)
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> AttestedTransaction.decode(BYTES.concat(ByteString.copyFrom(new byte[1]))))
                .isInstanceOf(MalformedReceiptException.class);
        assertThatThrownBy(() -> AttestedTransaction.decode(BYTES.concat(BYTES)))
                .isInstanceOf(MalformedReceiptException.class);
    }

    @Test
    void otherEncodingsOfTheSameFieldsAreRefused() throws InvalidProtocolBufferException {
        UnknownFieldSet fields = UnknownFieldSet.parseFrom(BYTES);
        assertThat(fields.toByteString()).isEqualTo(BYTES);
        ByteString unknown = fields.toBuilder().mergeVarintField(99, 1).build().toByteString();
        ByteString codeAsTwoBytes = codeWritten(new byte[] {0x18, (byte) 0x80, 0});
        ByteString codeLeftOut = codeWritten(new byte[0]);
        for (ByteString other : List.of(unknown, codeAsTwoBytes, codeLeftOut)) {
            assertThatThrownBy(() -> AttestedTransaction.decode(other)).isInstanceOf(MalformedReceiptException.class);
        }
    }

    private static ByteString codeWritten(byte[] code) {
        int place = 2 + 22 + 1 + 2 + RECEIPT.envelope().size();
        assertThat(BYTES.substring(place, place + 2)).isEqualTo(ByteString.copyFrom(new byte[] {0x18, 0}));
        return BYTES.substring(0, place).concat(ByteString.copyFrom(code)).concat(BYTES.substring(place + 2));
    }

    @Test
    void peersThatAnsweredSomethingElseMakeNoReceipt() {
        ByteString other = SignedAnswer.of(RECEIPT).concat(ByteString.copyFromUtf8("\u001a\u0000"));
        assertThatThrownBy(() -> AttestedTransaction.of(RECEIPT.question(), other, RECEIPT.answers()))
                .isInstanceOf(MalformedReceiptException.class);
    }
}
