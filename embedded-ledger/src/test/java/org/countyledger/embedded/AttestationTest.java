package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import java.io.ByteArrayInputStream;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.HashSet;
import java.util.Set;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.block.BlockHashes;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Statements about the ledger that several organisations sign, checked with nothing but the Java platform. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttestationTest {
    private static final String[] ATTESTING = {"CivilAffairsMSP", "GovernanceMSP", "AuditMSP"};

    private final ThrowawayNetwork network =
            ThrowawayNetwork.builder().chaincode("keys", KeyChaincode::new).start();
    private final Client client = Client.of(network, "EcologyMSP");

    @AfterAll
    void close() {
        client.close();
        network.close();
    }

    private Proposal ask(String function, String... arguments) {
        Proposal.Builder proposal =
                client.contract("qscc").newProposal(function).addArguments("county");
        return proposal.addArguments(arguments)
                .setEndorsingOrganizations(ATTESTING)
                .build();
    }

    private SubmittedTransaction put(String key) throws Exception {
        SubmittedTransaction submitted = client.keys()
                .newProposal("put")
                .addArguments(key, "1")
                .build()
                .endorse()
                .submitAsync();
        submitted.getStatus();
        return submitted;
    }

    private static Payload payload(Transaction transaction) throws Exception {
        Envelope envelope =
                PreparedTransaction.parseFrom(transaction.getBytes()).getEnvelope();
        return Payload.parseFrom(envelope.getPayload());
    }

    private static ChaincodeActionPayload action(Payload payload) throws Exception {
        return ChaincodeActionPayload.parseFrom(
                org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData())
                        .getActions(0)
                        .getPayload());
    }

    @Test
    void aTransactionsCodeIsAttestedByThreeOrganisations() throws Exception {
        SubmittedTransaction subject = put("subject");

        Transaction attestation =
                ask("GetTransactionByID", subject.getTransactionId()).endorse();

        ProcessedTransaction attested = ProcessedTransaction.parseFrom(attestation.getResult());
        assertThat(attested.getValidationCode()).isEqualTo(TxValidationCode.VALID_VALUE);
        assertThat(attested.getTransactionEnvelope().toByteString())
                .isEqualTo(Blocks.transaction(network.ledger(), subject.getTransactionId())
                        .bytes());
        assertThat(signers(action(payload(attestation)))).containsExactlyInAnyOrder(ATTESTING);
    }

    /** The organisations whose signature holds over the one payload they all signed. */
    private Set<String> signers(ChaincodeActionPayload action) throws Exception {
        ByteString payload = action.getAction().getProposalResponsePayload();
        Set<String> signers = new HashSet<>();
        for (Endorsement endorsement : action.getAction().getEndorsementsList()) {
            SerializedIdentity endorser = SerializedIdentity.parseFrom(endorsement.getEndorser());
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(endorser.getIdBytes().toByteArray())));
            check.update(payload.concat(endorsement.getEndorser()).toByteArray());
            if (check.verify(endorsement.getSignature().toByteArray())) {
                signers.add(endorser.getMspid());
            }
        }
        return signers;
    }

    @Test
    void theQuestionIsBoundToTheAnswer() throws Exception {
        Payload payload = payload(
                ask("GetTransactionByID", put("bound").getTransactionId()).endorse());
        ChaincodeActionPayload action = action(payload);
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        Header header = payload.getHeader();

        assertThat(response.getProposalHash())
                .isEqualTo(Sha256.of(
                        header.getChannelHeader(), header.getSignatureHeader(), action.getChaincodeProposalPayload()));
        ChaincodeAction answer = ChaincodeAction.parseFrom(response.getExtension());
        assertThat(answer.getChaincodeId().getName()).isEqualTo("qscc");
        assertThat(answer.getChaincodeId().getVersion()).isEqualTo("syscc");
        assertThat(answer.getResults()).isEmpty();
    }

    @Test
    void anInvalidTransactionIsAttestedTheSameWay() throws Exception {
        SubmittedTransaction invalid = client.keys()
                .newProposal("put")
                .addArguments("invalid", "1")
                .setEndorsingOrganizations("AuditMSP")
                .build()
                .endorse()
                .submitAsync();
        invalid.getStatus();

        assertThat(ProcessedTransaction.parseFrom(ask("GetTransactionByID", invalid.getTransactionId())
                                .endorse()
                                .getResult())
                        .getValidationCode())
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE_VALUE);
    }

    @Test
    void theHeightIsACheckpointThatSeveralOrganisationsSign() throws Exception {
        BlockchainInfo info =
                BlockchainInfo.parseFrom(ask("GetChainInfo").endorse().getResult());
        Block last = network.ledger().blocks().block(info.getHeight() - 1).orElseThrow();

        assertThat(info.getCurrentBlockHash()).isEqualTo(BlockHashes.headerHash(last.getHeader()));
        assertThat(info.getPreviousBlockHash()).isEqualTo(last.getHeader().getPreviousHash());
    }

    @Test
    void absenceIsNoSignedStatement() {
        String unknown = "0".repeat(64);
        Failure failure = Failure.of(ask("GetTransactionByID", unknown)::endorse);

        assertThat(failure.code()).isEqualTo(Code.ABORTED);
        assertThat(failure.details())
                .hasSize(3)
                .allMatch(detail -> detail.endsWith("MSP: chaincode response 500, Failed to get transaction with id "
                        + unknown + ", error no such transaction ID [" + unknown + "] in index"));
    }

    @Test
    void withoutNamedOrganisationsNobodyKnowsWhoShouldAttest() {
        assertThat(Failure.of(() -> client.contract("qscc").submitTransaction("GetChainInfo", "county"))
                        .description())
                .isEqualTo("no combination of peers can be derived which satisfy the endorsement policy:"
                        + " No metadata was found for chaincode qscc in channel county");
    }

    @Test
    void blocksAreFoundByNumberHashAndTransaction() throws Exception {
        SubmittedTransaction submitted = put("found");
        long number = submitted.getStatus().getBlockNumber();
        Block block = network.ledger().blocks().block(number).orElseThrow();
        var qscc = client.contract("qscc");

        assertThat(Block.parseFrom(qscc.evaluateTransaction("GetBlockByNumber", "county", String.valueOf(number))))
                .isEqualTo(block);
        assertThat(Block.parseFrom(qscc.evaluateTransaction("GetBlockByTxID", "county", submitted.getTransactionId())))
                .isEqualTo(block);
        byte[] hash = BlockHashes.headerHash(block.getHeader()).toByteArray();
        assertThat(Block.parseFrom(qscc.evaluateTransaction("GetBlockByHash", "county".getBytes(UTF_8), hash)))
                .isEqualTo(block);
    }
}
