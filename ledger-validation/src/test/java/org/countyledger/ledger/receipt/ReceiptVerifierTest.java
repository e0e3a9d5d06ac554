package org.countyledger.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.interfaces.ECKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.receipt.ReceiptVerifier.Demands;
import org.countyledger.ledger.receipt.Verdict.Refused;
import org.countyledger.ledger.receipt.Verdict.Verified;
import org.countyledger.ledger.testing.TestAuthority;
import org.countyledger.ledger.testing.TestNetwork;
import org.countyledger.ledger.testing.TestTransaction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.junit.jupiter.api.Test;

class ReceiptVerifierTest {
    private final TestNetwork network = new TestNetwork();
    private final ReceiptVerifier verifier =
            new ReceiptVerifier(network.config(), new Demands(3, EndorsementRule.NONE));

    private TestTransaction transaction() {
        return network.transaction().write("k", "v").endorsedBy("A", "B");
    }

    private TestReceipt receipt() {
        return new TestReceipt(network, transaction());
    }

    private void assertRefused(AttestedTransaction receipt, Check check, String words) {
        Verdict verdict = verifier.verify(receipt.encoded());
        assertThat(verdict).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.sentence()).contains(words);
            assertThat(refused.check()).isEqualTo(check);
        });
    }

    @Test
    void whatRealPeersSignedIsVerifiedFromTheGenesisBlockAlone() {
        ReceiptVerifier real = new ReceiptVerifier(RecordedReceipts.genesis(), new Demands(3, EndorsementRule.NONE));
        List<AttestedTransaction> receipts = RecordedReceipts.all();
        assertThat(receipts).isNotEmpty();
        for (AttestedTransaction receipt : receipts) {
            assertThat(real.verify(receipt.encoded())).isInstanceOfSatisfying(Verified.class, verified -> {
                assertThat(verified.transaction().attestors()).hasSize(3);
                assertThat(verified.transaction().endorsers()).hasSizeGreaterThan(1);
            });
            assertThat(receipt.encoded().size()).isLessThanOrEqualTo(16 << 10);
        }
    }

    @Test
    void aReceiptOfThreeOrganisationsSaysWhoSignedWhat() {
        Verdict verdict = verifier.verify(receipt().attestedBy("A", "B", "C").make());
        assertThat(verdict).isInstanceOfSatisfying(Verified.class, verified -> {
            VerifiedTransaction transaction = verified.transaction();
            assertThat(transaction.creator()).isEqualTo("A");
            assertThat(transaction.chaincode()).isEqualTo("cc");
            assertThat(transaction.endorsers()).containsExactly("A", "B");
            assertThat(transaction.attestors()).containsExactly("A", "B", "C");
        });
    }

    @Test
    void theWordOfTwoIsNotThatOfThreeAndNoneIsNamedTwice() {
        assertRefused(receipt().attestedBy("A", "B").make(), Check.ATTESTATIONS, "Only 2 organisations signed");
        SigningIdentity second = network.authority("A").issue("peer1.A", "peer");
        assertRefused(
                receipt().attestedBy("A").attestedBy(second).attestedBy("B").make(), Check.ATTESTATIONS, "once each");
        assertRefused(receipt().attestedBy("A", "A", "B", "C").make(), Check.ATTESTATIONS, "once each");
        assertRefused(receipt().attestedBy("C", "B", "A").make(), Check.ATTESTATIONS, "in their order");
    }

    @Test
    void aClientOfAnOrganisationIsNotItsPeer() {
        SigningIdentity client = network.authority("C").issue("officer.C", "client");
        assertRefused(receipt().attestedBy("A", "B").attestedBy(client).make(), Check.ATTESTATIONS, "is no peer of it");
        TestTransaction endorsedByClient = transaction().endorsedBy(client);
        assertRefused(
                new TestReceipt(network, endorsedByClient)
                        .attestedBy("A", "B", "C")
                        .make(),
                Check.ENDORSERS,
                "is no peer of it");
    }

    @Test
    void anOrganisationThatTheGenesisBlockDoesNotKnowIsRefusedByName() {
        SigningIdentity stranger = TestAuthority.root("Newcomer").issue("peer0.Newcomer", "peer");
        assertRefused(
                receipt().attestedBy("A", "B").attestedBy(stranger).make(),
                Check.ATTESTATIONS,
                "MSP Newcomer is not defined on channel");
    }

    @Test
    void aCertificateOfAnotherAuthorityUnderAKnownNameIsRefused() {
        SigningIdentity impostor = TestAuthority.root("C").issue("peer0.C", "peer");
        assertRefused(
                receipt().attestedBy("A", "B").attestedBy(impostor).make(), Check.ATTESTATIONS, "unknown authority");
        assertRefused(
                new TestReceipt(network, transaction().createdBy(impostor))
                        .attestedBy("A", "B", "C")
                        .make(),
                Check.CLIENT,
                "unknown authority");
    }

    @Test
    void anInvalidTransactionIsNoReceiptHoweverManySignIt() {
        assertRefused(receipt().code(11).attestedBy("A", "B", "C").make(), Check.VALIDITY, "MVCC_READ_CONFLICT");
        assertRefused(receipt().code(77).attestedBy("A", "B", "C").make(), Check.VALIDITY, "code 77");
    }

    @Test
    void theQuestionMustBeAboutThisTransactionOfThisChannel() {
        String id = transaction().transactionId();
        assertRefused(
                receipt()
                        .asking("GetTransactionByID", TestNetwork.CHANNEL, id)
                        .attestedBy("A", "B", "C")
                        .make(),
                Check.QUESTION,
                "about something else");
        TestTransaction own = transaction();
        assertRefused(
                new TestReceipt(network, own)
                        .asking("GetBlockByTxID", TestNetwork.CHANNEL, own.transactionId())
                        .attestedBy("A", "B", "C")
                        .make(),
                Check.QUESTION,
                "about something else");
        assertRefused(
                new TestReceipt(network, own)
                        .asking("GetTransactionByID", "other", own.transactionId())
                        .attestedBy("A", "B", "C")
                        .make(),
                Check.QUESTION,
                "not asked about the ledger of test");
    }

    @Test
    void theTransactionMustBeBoundToItsCreatorItsProposalAndThisChannel() {
        assertSpoilt(transaction().onChannelHeader(header -> header.setTxId("0".repeat(64))), Check.TRANSACTION_ID);
        assertSpoilt(
                transaction().onResponse(response -> response.setProposalHash(ByteString.copyFromUtf8("x"))),
                Check.PROPOSAL);
        assertSpoilt(transaction().onChannelHeader(header -> header.setChannelId("other")), Check.FORM);
        assertSpoilt(
                transaction().onEnvelope(envelope -> envelope.setSignature(highS(envelope.getSignature()))),
                Check.CLIENT);
        assertSpoilt(transaction().onEndorsement(ReceiptVerifierTest::highS), Check.ENDORSERS);
        assertSpoilt(network.transaction().write("k", "v"), Check.ENDORSERS);
    }

    private void assertSpoilt(TestTransaction transaction, Check check) {
        assertRefused(
                new TestReceipt(network, transaction).attestedBy("A", "B", "C").make(), check, "");
    }

    @Test
    void aSignatureHasOneFormOnly() {
        List<UnaryOperator<ByteString>> forms = List.of(
                ReceiptVerifierTest::highS,
                signature -> signature.concat(ByteString.copyFrom(new byte[] {0})),
                signature -> ByteString.copyFrom(new byte[] {0x30, (byte) 0x81}).concat(signature.substring(1)),
                signature -> signature.substring(0, signature.size() - 1));
        for (UnaryOperator<ByteString> form : forms) {
            assertRefused(
                    receipt().onSignature(form).attestedBy("A", "B", "C").make(), Check.ATTESTATIONS, "does not hold");
        }
    }

    private static ByteString highS(ByteString signature) {
        BigInteger order =
                ((ECKey) TestAuthority.p256().getPublic()).getParams().getOrder();
        ASN1Sequence parts = ASN1Sequence.getInstance(signature.toByteArray());
        BigInteger s = ASN1Integer.getInstance(parts.getObjectAt(1)).getPositiveValue();
        try {
            return ByteString.copyFrom(new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                        parts.getObjectAt(0), new ASN1Integer(order.subtract(s))
                    })
                    .getEncoded());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anApplicationsRuleSeesWhatIsWrittenAndByWhomItIsEndorsed() {
        ReceiptVerifier strict = new ReceiptVerifier(
                network.config(),
                new Demands(
                        3,
                        (chaincode, written, endorsers) -> written.namespaces()
                                        .get(0)
                                        .publicSet()
                                        .getWrites(0)
                                        .getKey()
                                        .equals("k")
                                ? Optional.of(chaincode + " needs C, and has " + endorsers)
                                : Optional.empty()));
        assertThat(strict.verify(receipt().attestedBy("A", "B", "C").make()))
                .isEqualTo(new Refused(Check.RULE, "cc needs C, and has [A, B]"));
    }

    @Test
    void swappedSignaturesAndBorrowedAnswersAreRefused() {
        AttestedTransaction one = receipt().attestedBy("A", "B", "C").make();
        AttestedTransaction other = receipt().attestedBy("A", "B", "C").make();
        List<Endorsement> swapped = new ArrayList<>(one.answers());
        swapped.set(
                0,
                swapped.get(0).toBuilder()
                        .setSignature(swapped.get(1).getSignature())
                        .build());
        assertRefused(with(one, swapped), Check.ATTESTATIONS, "A does not hold");
        assertRefused(with(one, other.answers()), Check.ATTESTATIONS, "does not hold");
        List<Endorsement> reversed = new ArrayList<>(one.answers());
        Collections.reverse(reversed);
        assertRefused(with(one, reversed), Check.ATTESTATIONS, "in their order");
        assertRefused(
                new AttestedTransaction(other.envelope(), 0, one.question(), one.answers()),
                Check.QUESTION,
                "something else");
    }

    private static AttestedTransaction with(AttestedTransaction receipt, List<Endorsement> answers) {
        return new AttestedTransaction(receipt.envelope(), receipt.validationCode(), receipt.question(), answers);
    }
}
