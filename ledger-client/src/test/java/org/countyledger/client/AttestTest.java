package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import java.util.List;
import java.util.stream.Stream;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttestTest {
    private static final String TX_ID = "a".repeat(64);
    private static final List<String> ORGANIZATIONS = List.of("AMSP", "BMSP", "CMSP", "DMSP");

    private final FakeLedger ledger = new FakeLedger();
    private final List<FakePeer> peers =
            Stream.generate(() -> new FakePeer(ledger)).limit(4).toList();
    private final LedgerClient client = LedgerClient.open(
            Harness.settings(),
            Stream.of(0, 1, 2, 3)
                    .map(n -> peers.get(n).peer(ORGANIZATIONS.get(n)))
                    .toList(),
            TestIdentities.clerk(),
            new InMemoryOperationStore());

    @AfterEach
    void close() {
        client.close();
        peers.forEach(FakePeer::close);
    }

    private Attestation attest() {
        return client.attest(TestIdentities.CLERK, TX_ID, 3);
    }

    private static List<String> organizations(Attestation attestation) {
        assertThat(attestation).isInstanceOf(Attestation.Attested.class);
        return ((Attestation.Attested) attestation)
                .endorsements().stream().map(AttestTest::mspId).toList();
    }

    private static String mspId(Endorsement endorsement) {
        try {
            return SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_first_three_organisations_sign_the_answer_to_one_question() throws InvalidProtocolBufferException {
        Attestation attestation = attest();

        assertThat(organizations(attestation)).containsExactly("AMSP", "BMSP", "CMSP");
        Proposal asked = Proposal.parseFrom(((Attestation.Attested) attestation).proposal());
        ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.parseFrom(
                ChaincodeProposalPayload.parseFrom(asked.getPayload()).getInput());
        assertThat(spec.getChaincodeSpec().getChaincodeId().getName()).isEqualTo("qscc");
        assertThat(spec.getChaincodeSpec().getInput().getArgsList())
                .extracting(argument -> argument.toStringUtf8())
                .containsExactly("GetTransactionByID", FakePeer.CHANNEL, TX_ID);
        assertThat(peers.stream().flatMap(peer -> peer.endorsed().stream()).distinct())
                .as("transaction ids of questions")
                .hasSize(1);
        assertThat(peers.get(3).endorsed()).isEmpty();
    }

    @Test
    void another_organisation_takes_the_place_of_one_that_does_not_answer() {
        peers.get(1).alwaysEndorses(txId -> {
            throw FakePeer.error(Code.ABORTED, "out of order");
        });

        assertThat(organizations(attest())).containsExactly("AMSP", "CMSP", "DMSP");
    }

    @Test
    void the_question_is_passed_on_when_an_organisations_own_peer_is_out_of_reach() {
        peers.get(2).stop();

        assertThat(organizations(attest())).containsExactly("AMSP", "BMSP", "CMSP");
    }

    @Test
    void a_peer_that_is_a_block_behind_is_asked_again() {
        peers.get(0).endorsesOnce(txId -> {
            throw FakePeer.firstEndorserSays("chaincode response 500, Failed to get transaction with id " + TX_ID
                    + ", error no such transaction ID [" + TX_ID + "] in index");
        });

        assertThat(organizations(attest())).containsExactly("AMSP", "BMSP", "CMSP");
        assertThat(peers.get(0).endorsed()).hasSize(2);
    }

    @Test
    void fewer_than_three_equal_answers_are_told_with_what_each_said() {
        peers.get(0).alwaysEndorses(txId -> {
            throw FakePeer.error(Code.PERMISSION_DENIED, "go away");
        });
        peers.get(3).alwaysEndorses(txId -> {
            throw FakePeer.error(Code.PERMISSION_DENIED, "go away");
        });

        assertThat(attest()).isInstanceOfSatisfying(Attestation.TooFew.class, tooFew -> {
            assertThat(tooFew.trouble()).containsOnlyKeys("AMSP", "DMSP");
            assertThat(tooFew.sentence()).contains("Fewer than 3 organisations").contains("go away");
        });
    }

    @Test
    void answers_that_differ_are_not_counted_together() {
        peers.get(1).alwaysEndorses(txId -> "one thing");
        peers.get(2).alwaysEndorses(txId -> "another");
        peers.get(3).alwaysEndorses(txId -> "a third");

        assertThat(attest())
                .isInstanceOfSatisfying(
                        Attestation.TooFew.class,
                        tooFew -> assertThat(tooFew.trouble()).hasSize(3).containsValue("it answered differently"));
    }
}
