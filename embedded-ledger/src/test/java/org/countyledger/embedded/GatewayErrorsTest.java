package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a client is told, with code and words, as measured on Fabric 3.1.5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayErrorsTest {
    private static final String OWN = "CivilAffairsMSP";
    private static final String FIRST_FAILED = "failed to endorse transaction, see attached details for more info";
    private static final String NOT_ENOUGH =
            "failed to collect enough transaction endorsements, see attached details for more info";
    private static final String NO_COMBINATION =
            "no combination of peers can be derived which satisfy the endorsement policy: ";

    private final KeyChaincode stuck = new KeyChaincode(OWN);
    private final ThrowawayNetwork network = ThrowawayNetwork.builder()
            .chaincode("keys", mspId -> mspId.equals(OWN) ? stuck : new KeyChaincode(mspId))
            .start();
    private final Client client = Client.of(network, OWN);

    @AfterAll
    void close() {
        stuck.release();
        client.close();
        network.close();
    }

    private Client with(ThrowawayIdentity certificate, String mspId, ThrowawayIdentity key) {
        Gateway gateway = Client.builder(certificate)
                .identity(new X509Identity(mspId, certificate.certificate()))
                .signer(Signers.newPrivateKeySigner(key.privateKey()))
                .connection(network.gatewayChannel(OWN))
                .connect();
        return new Client(gateway, "county");
    }

    private ThrowawayIdentity somebody(String mspId) {
        return network.organization(mspId).client("somebody");
    }

    @Test
    void aRefusalOfTheContractArrivesWholeWhenEvaluating() {
        assertThat(Failure.of(() -> client.keys().evaluateTransaction("fail", "CODE|rule|sentence")))
                .isEqualTo(new Failure(
                        GatewayException.class,
                        Code.UNKNOWN,
                        "evaluate call to endorser returned error: chaincode response 500, CODE|rule|sentence",
                        List.of(OWN + ": chaincode response 500, CODE|rule|sentence")));
    }

    @Test
    void aRefusalOfTheContractStopsAtTheFirstEndorser() {
        assertThat(Failure.of(() -> client.keys().submitTransaction("fail", "CODE|rule|sentence")))
                .isEqualTo(new Failure(
                        EndorseException.class,
                        Code.ABORTED,
                        FIRST_FAILED,
                        List.of(OWN + ": chaincode response 500, CODE|rule|sentence")));
    }

    @Test
    void endorsersThatAnswerDifferentlyAreNamed() {
        Failure failure = Failure.of(() -> client.keys().submitTransaction("who"));

        assertThat(failure.code()).isEqualTo(Code.ABORTED);
        assertThat(failure.description()).isEqualTo(NOT_ENOUGH);
        assertThat(failure.details())
                .isNotEmpty()
                .allMatch(detail -> detail.endsWith("MSP: ProposalResponsePayloads do not match"))
                .noneMatch(detail -> detail.startsWith(OWN));
    }

    @Test
    void anUnknownChaincodeHasNoPeersAndNoMetadata() {
        assertThat(Failure.of(() -> client.contract("nothing").evaluateTransaction("get", "k")))
                .isEqualTo(new Failure(
                        GatewayException.class,
                        Code.FAILED_PRECONDITION,
                        "no peers available to evaluate chaincode nothing in channel county",
                        List.of()));
        assertThat(Failure.of(() -> client.contract("nothing").submitTransaction("put", "k", "v")))
                .isEqualTo(new Failure(
                        EndorseException.class,
                        Code.FAILED_PRECONDITION,
                        NO_COMBINATION + "No metadata was found for chaincode nothing in channel county",
                        List.of()));
    }

    @Test
    void anUnknownChannelHasNoConfiguration() {
        Client elsewhere = new Client(client.gateway(), "nochannel");

        assertThat(Failure.of(() -> elsewhere.keys().evaluateTransaction("get", "k")))
                .isEqualTo(new Failure(
                        GatewayException.class,
                        Code.UNAVAILABLE,
                        "failed to get config for channel [nochannel]: could not get last config for channel nochannel",
                        List.of()));
        assertThat(Failure.of(() -> elsewhere.keys().submitTransaction("put", "k", "v")))
                .isEqualTo(new Failure(
                        EndorseException.class,
                        Code.FAILED_PRECONDITION,
                        NO_COMBINATION + "No metadata was found for chaincode keys in channel nochannel",
                        List.of()));
    }

    @Test
    void aCertificateUnderAnotherOrganisationsNameIsMalformed() {
        ThrowawayIdentity civil = somebody(OWN);
        String text = "error validating proposal: access denied: channel [county] creator org unknown,"
                + " creator is malformed";
        try (Client impostor = with(civil, "AuditMSP", civil)) {
            assertThat(Failure.of(() -> impostor.keys().evaluateTransaction("get", "k")))
                    .isEqualTo(new Failure(
                            GatewayException.class,
                            Code.FAILED_PRECONDITION,
                            "evaluate call to endorser returned error: " + text,
                            List.of(OWN + ": " + text)));
            assertThat(Failure.of(() -> impostor.keys().submitTransaction("put", "k", "v")))
                    .isEqualTo(new Failure(
                            EndorseException.class, Code.ABORTED, FIRST_FAILED, List.of(OWN + ": " + text)));
        }
    }

    @Test
    void aProposalSignedByAnotherKeyIsDenied() {
        String text = "error validating proposal: access denied: channel [county] creator org [CivilAffairsMSP]";
        try (Client thief = with(somebody(OWN), OWN, somebody(OWN))) {
            assertThat(Failure.of(() -> thief.keys().submitTransaction("put", "k", "v"))
                            .details())
                    .containsExactly(OWN + ": " + text);
        }
    }

    @Test
    void aRefusalByAnotherOrganisationsPeerReadsAsAnErrorOfTheNetwork() {
        ThrowawayIdentity civil = somebody(OWN);
        try (Client impostor = with(civil, "AuditMSP", civil)) {
            Failure failure = Failure.of(() -> impostor.keys()
                    .newProposal("get")
                    .addArguments("k")
                    .setEndorsingOrganizations("EcologyMSP")
                    .build()
                    .evaluate());

            assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
            assertThat(failure.description())
                    .isEqualTo("failed to evaluate transaction, see attached details for more info");
            assertThat(failure.details())
                    .containsExactly("EcologyMSP: rpc error: code = Unknown desc = error validating proposal: access"
                            + " denied: channel [county] creator org unknown, creator is malformed");
        }
    }

    @Test
    void anEnvelopeSignedByAnotherKeyIsRefusedByEveryOrderer() throws Exception {
        Transaction endorsed =
                client.keys().newProposal("put").addArguments("k", "v").build().endorse();
        byte[] signature =
                Signers.newPrivateKeySigner(somebody(OWN).privateKey()).sign(endorsed.getDigest());
        Transaction forged = client.gateway().newSignedTransaction(endorsed.getBytes(), signature);

        Failure failure = Failure.of(forged::submitAsync);

        assertThat(failure.type()).isEqualTo(SubmitException.class);
        assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
        assertThat(failure.description())
                .isEqualTo("insufficient number of orderers could successfully process transaction to satisfy"
                        + " quorum requirement");
        assertThat(failure.details())
                .hasSize(network.mspIds().size())
                .allMatch(detail ->
                        detail.contains("MSP: received unsuccessful response from orderer: status=FORBIDDEN, info=")
                                && detail.endsWith(": permission denied"));
    }

    @Test
    void anUnsignedEnvelopeIsAnInvalidArgument() {
        SubmitRequest request = SubmitRequest.newBuilder()
                .setChannelId("county")
                .setPreparedTransaction(Envelope.getDefaultInstance())
                .build();
        StatusRuntimeException refused = Assertions.catchThrowableOfType(
                StatusRuntimeException.class,
                () -> GatewayGrpc.newBlockingStub(network.gatewayChannel(OWN)).submit(request));

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).isEqualTo("prepared transaction must be signed");
    }

    @Test
    void aStatusAskedForWithAnotherKeyIsDenied() throws Exception {
        SubmittedTransaction submitted = client.keys()
                .newProposal("put")
                .addArguments("asked", "1")
                .build()
                .endorse()
                .submitAsync();
        byte[] signature =
                Signers.newPrivateKeySigner(somebody(OWN).privateKey()).sign(submitted.getDigest());

        Failure failure = Failure.of(() -> client.gateway()
                .newSignedCommit(submitted.getBytes(), signature)
                .getStatus());

        assertThat(failure.type()).isEqualTo(CommitStatusException.class);
        assertThat(failure.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(failure.description())
                .startsWith("Failed evaluating policy on signed data during check policy on channel [county] with"
                        + " policy [/Channel/Application/Readers]: [");
    }

    @Test
    void theStatusOfATransactionNobodySentIsWaitedForUntilTheDeadline() throws Exception {
        Commit commit = client.commit("0".repeat(64));

        Failure failure =
                Failure.of(() -> commit.getStatus(options -> options.withDeadlineAfter(200, TimeUnit.MILLISECONDS)));

        assertThat(failure.type()).isEqualTo(CommitStatusException.class);
        assertThat(failure.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    }

    @Test
    void anOrganisationWithoutTheChaincodeCannotEndorse() {
        assertThat(Failure.of(() -> client.keys()
                        .newProposal("put")
                        .addArguments("k", "v")
                        .setEndorsingOrganizations(OWN, "NobodyMSP", "StrangerMSP")
                        .build()
                        .endorse()))
                .isEqualTo(new Failure(
                        EndorseException.class,
                        Code.UNAVAILABLE,
                        "failed to find any endorsing peers for org(s): NobodyMSP, StrangerMSP",
                        List.of()));
    }

    @Test
    void aProposalOfACommittedTransactionIsADuplicate() throws Exception {
        Proposal proposal =
                client.keys().newProposal("put").addArguments("twice", "1").build();
        proposal.endorse().submit();

        Failure failure = Failure.of(proposal::endorse);

        assertThat(failure.description()).isEqualTo(FIRST_FAILED);
        assertThat(failure.details())
                .singleElement()
                .asString()
                .startsWith(OWN + ": duplicate transaction found [" + proposal.getTransactionId() + "]. Creator [");
    }

    @Test
    void aChaincodeThatHangsEndsAtTheClientsDeadlineAndHoldsUpNobodyElse() throws Exception {
        Failure failure = Failure.of(() -> client.keys()
                .newProposal("hang")
                .build()
                .endorse(options -> options.withDeadlineAfter(200, TimeUnit.MILLISECONDS)));

        assertThat(failure.type()).isEqualTo(EndorseException.class);
        assertThat(failure.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
        assertThat(client.keys().evaluateTransaction("get", "nothing")).isEmpty();
    }
}
