package org.countyledger.embedded.endorsement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.countyledger.embedded.chaincode.ChaincodeConnection;
import org.countyledger.embedded.chaincode.ChaincodeTarget;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.countyledger.embedded.simulation.SimulationException;
import org.countyledger.embedded.testing.HandMadeChaincode;
import org.countyledger.embedded.testing.TestBlocks;
import org.countyledger.embedded.testing.TestChannel;
import org.countyledger.embedded.testing.TestPeer;
import org.countyledger.embedded.testing.TestProposal;
import org.countyledger.embedded.testing.TestState;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One peer's answers to proposals, right and wrong ones. */
class EndorserTest {
    private static final long WAIT_SECONDS = 20;

    private final TestState state = new TestState().define(ChaincodeSetup.of("basic", "1.0", "OR('AuditMSP.peer')"));
    private final TestBlocks blocks = new TestBlocks();
    private final HandMadeChaincode chaincode;
    private final ChaincodeConnection connection;
    private final Endorser endorser;

    EndorserTest() throws IOException {
        chaincode = new HandMadeChaincode();
        connection = new ChaincodeConnection(
                ChaincodeTarget.of(HandMadeChaincode.PACKAGE_ID, chaincode.endpoint()),
                () -> blocks,
                (caller, callee) -> {
                    throw new SimulationException("no other chaincode here");
                },
                Executors.newVirtualThreadPerTaskExecutor());
        endorser = new Endorser(new TestPeer(state, blocks).serve("basic", connection));
    }

    @AfterEach
    void close() {
        connection.close();
        chaincode.close();
        assertThat(state.openSnapshots()).isZero();
    }

    private String refused(TestProposal proposal) {
        return endorser.process(proposal.sign()) instanceof EndorserAnswer.Refused refused
                ? refused.text()
                : "not refused";
    }

    private String filtered(TestProposal proposal) {
        return endorser.process(proposal.sign()) instanceof EndorserAnswer.Filtered filtered
                ? filtered.text()
                : "not filtered";
    }

    private ProposalResponse answered(TestProposal proposal) {
        return response(endorser.process(proposal.sign()));
    }

    private static ProposalResponse response(EndorserAnswer answer) {
        if (answer instanceof EndorserAnswer.Answered answered) {
            return answered.response();
        }
        throw new AssertionError("Not answered but " + answer);
    }

    private interface Play {
        void run(ChaincodeMessage transaction) throws Exception;
    }

    /** The answer while {@code play} is the chaincode. */
    private ProposalResponse answered(TestProposal proposal, Play play) throws Exception {
        CompletableFuture<EndorserAnswer> answer = CompletableFuture.supplyAsync(
                () -> endorser.process(proposal.sign()), Executors.newVirtualThreadPerTaskExecutor());
        play.run(chaincode.takeTransaction());
        return response(answer.get(WAIT_SECONDS, TimeUnit.SECONDS));
    }

    private static ChaincodeAction action(ProposalResponse response) throws Exception {
        return ChaincodeAction.parseFrom(
                ProposalResponsePayload.parseFrom(response.getPayload()).getExtension());
    }

    @Test
    void aGoodAnswerIsBoundToItsProposalAndSignedByThePeer() throws Exception {
        TestProposal proposal = TestProposal.calling("f").withTransient("secret", "never on chain");

        ProposalResponse response = answered(proposal, transaction -> chaincode.complete(transaction, 200, "", "done"));

        ProposalResponsePayload payload = ProposalResponsePayload.parseFrom(response.getPayload());
        ByteString endorserIdentity = response.getEndorsement().getEndorser();
        assertThat(response.getVersion()).isEqualTo(1);
        assertThat(payload.getProposalHash())
                .isEqualTo(Sha256.of(proposal.channelHeader(), proposal.signatureHeader(), proposal.payloadOnChain()));
        assertThat(action(response).getResponse().getPayload().toStringUtf8()).isEqualTo("done");
        assertThat(action(response).getChaincodeId().getVersion()).isEqualTo("1.0");
        assertThat(TestChannel.CONFIG
                        .msps()
                        .identity(endorserIdentity)
                        .verify(
                                response.getPayload().concat(endorserIdentity),
                                response.getEndorsement().getSignature()))
                .isTrue();
    }

    @Test
    void anEventIsFilledInByThePeer() throws Exception {
        TestProposal proposal = TestProposal.calling("f");
        ChaincodeEvent event = ChaincodeEvent.newBuilder()
                .setEventName("happened")
                .setPayload(ByteString.copyFromUtf8("p"))
                .build();

        ProposalResponse response = answered(proposal, transaction -> chaincode.complete(transaction, 200, "", event));

        assertThat(ChaincodeEvent.parseFrom(action(response).getEvents()))
                .isEqualTo(event.toBuilder()
                        .setChaincodeId("basic")
                        .setTxId(proposal.transactionId())
                        .build());
    }

    @Test
    void aClientErrorIsAnsweredWithoutPayload() throws Exception {
        ProposalResponse response = answered(
                TestProposal.calling("f"), transaction -> chaincode.complete(transaction, 404, "not here", ""));

        assertThat(response.getResponse())
                .isEqualTo(Response.newBuilder()
                        .setStatus(404)
                        .setMessage("not here")
                        .build());
        assertThat(response.getPayload()).isEmpty();
        assertThat(response.hasEndorsement()).isFalse();
    }

    @Test
    void aServerErrorIsAnsweredWithPayloadButNotEndorsed() throws Exception {
        ProposalResponse response =
                answered(TestProposal.calling("f"), transaction -> chaincode.complete(transaction, 500, "refused", ""));

        assertThat(response.getResponse().getMessage()).isEqualTo("refused");
        assertThat(response.getPayload()).isNotEmpty();
        assertThat(response.hasEndorsement()).isFalse();
    }

    @Test
    void anErrorOfTheStreamIsThePeersOwn() throws Exception {
        ProposalResponse response = answered(
                TestProposal.calling("f"),
                transaction -> chaincode.send(HandMadeChaincode.about(
                        transaction, ChaincodeMessage.Type.ERROR, ByteString.copyFromUtf8("broken"))));

        assertThat(response.getResponse().getMessage())
                .isEqualTo("error in simulation: transaction returned with failure: broken");
        assertThat(response.getPayload()).isEmpty();
    }

    @Test
    void anUndefinedChaincodeAndOneThatIsNotInstalledAreToldApart() {
        state.define(ChaincodeSetup.of("elsewhere", "1.0", "OR('AuditMSP.peer')"));
        String sentence =
                "make sure the chaincode %1$s has been successfully defined on channel county and try again: ";

        assertThat(answered(TestProposal.calling("f").chaincode("nothing"))
                        .getResponse()
                        .getMessage())
                .isEqualTo(sentence.formatted("nothing") + "chaincode nothing not found");
        assertThat(answered(TestProposal.calling("f").chaincode("elsewhere"))
                        .getResponse()
                        .getMessage())
                .isEqualTo(sentence.formatted("elsewhere")
                        + "chaincode definition for 'elsewhere' exists, but chaincode is not installed");
    }

    @Test
    void anotherChannelIsNotFound() {
        assertThat(answered(TestProposal.calling("f").channel("other"))
                        .getResponse()
                        .getMessage())
                .isEqualTo("channel 'other' not found");
    }

    @Test
    void headersThatAreWrongAreNamedInFabricsOrder() {
        String prefix = "error validating proposal: ";

        assertThat(refused(TestProposal.calling("f").type(HeaderType.MESSAGE)))
                .isEqualTo(prefix + "invalid header type MESSAGE");
        assertThat(refused(TestProposal.calling("f").epoch(1))).isEqualTo(prefix + "epoch is non-zero");
        assertThat(refused(TestProposal.calling("f").nonce(ByteString.EMPTY))).isEqualTo(prefix + "nonce is empty");
        assertThat(refused(TestProposal.calling("f").creator(ByteString.EMPTY))).isEqualTo(prefix + "creator is empty");
        TestProposal wrongId = TestProposal.calling("f");
        String right = wrongId.transactionId();
        assertThat(refused(wrongId.transactionId("12")))
                .isEqualTo(prefix + "incorrectly computed txid '12' -- expected '" + right + "'");
    }

    @Test
    void whoIsNotKnownOrDidNotSignIsDenied() {
        SigningIdentity stranger = TestChannel.STRANGER.client("stranger").signing();
        SigningIdentity another = TestChannel.CIVIL.client("another").signing();
        String denied = "error validating proposal: access denied: channel [county] creator org ";

        assertThat(refused(TestProposal.calling("f").by(stranger))).isEqualTo(denied + "unknown, creator is malformed");
        assertThat(refused(TestProposal.calling("f").signedBy(another))).isEqualTo(denied + "[CivilAffairsMSP]");
    }

    @Test
    void aTransactionThatIsOnTheChainIsADuplicate() {
        TestProposal proposal = TestProposal.calling("f");
        blocks.add(TestChannel.GENESIS)
                .addTransaction(proposal.transactionId(), ProcessedTransaction.getDefaultInstance());

        assertThat(refused(proposal))
                .startsWith("duplicate transaction found [" + proposal.transactionId() + "]. Creator [");
    }

    @Test
    void aClockTooFarFromOursIsFilteredBeforeAnythingElse() {
        TestProposal late =
                TestProposal.calling("f").channel("other").at(TestChannel.NOW.minus(Duration.ofMinutes(16)));

        assertThat(filtered(late))
                .isEqualTo("request unauthorized due to incorrect timestamp 2020-03-02T07:44:00Z, peer time"
                        + " 2020-03-02T08:00:00Z, peer.authentication.timewindow 15m0s");
        assertThat(filtered(TestProposal.calling("f").at(TestChannel.NOW.plus(Duration.ofMinutes(16)))))
                .startsWith("request unauthorized due to incorrect timestamp 2020-03-02T08:16:00Z");
        assertThat(answered(TestProposal.calling("f")
                                .channel("other")
                                .at(TestChannel.NOW.minus(Duration.ofMinutes(14))))
                        .getResponse()
                        .getMessage())
                .isEqualTo("channel 'other' not found");
    }

    @Test
    void systemChaincodesSayWhatIsMissingBeforeWhoMayAsk() {
        assertThat(answered(TestProposal.calling("GetBlockByNumber").chaincode("qscc"))
                        .getResponse()
                        .getMessage())
                .isEqualTo("Incorrect number of arguments, 1");
        assertThat(answered(TestProposal.calling("GetBlockByNumber", "county").chaincode("qscc"))
                        .getResponse()
                        .getMessage())
                .isEqualTo("missing 3rd argument for GetBlockByNumber");
        assertThat(answered(TestProposal.calling("GetChainInfo", "other").chaincode("qscc"))
                        .getResponse()
                        .getMessage())
                .isEqualTo("Invalid chain ID, other");
        assertThat(answered(TestProposal.calling("GetConfigBlock", "other").chaincode("cscc"))
                        .getResponse()
                        .getMessage())
                .isEqualTo("Unknown channel ID, other");
        assertThat(answered(TestProposal.calling("QueryChaincodeDefinition").chaincode("_lifecycle"))
                        .getResponse()
                        .getMessage())
                .isEqualTo("lifecycle scc operations require exactly two arguments but received 1");
    }
}
