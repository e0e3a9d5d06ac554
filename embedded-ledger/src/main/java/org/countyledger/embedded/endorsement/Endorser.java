package org.countyledger.embedded.endorsement;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.countyledger.embedded.chaincode.ChaincodeConnection;
import org.countyledger.embedded.chaincode.ChaincodeFailure;
import org.countyledger.embedded.chaincode.TransactionContext;
import org.countyledger.embedded.simulation.TxSimulator;
import org.countyledger.embedded.systemcc.SystemChaincode;
import org.countyledger.ledger.validation.ChaincodeDefinition;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** What a peer does with a proposal ({@code core/endorser/endorser.go}): check, execute, sign. */
public final class Endorser {
    private static final int SERVER_ERROR = 500;
    private static final int FIRST_ERROR = 400;
    private static final String SYSTEM_VERSION = "syscc";

    private final PeerContext peer;

    public Endorser(PeerContext peer) {
        this.peer = peer;
    }

    /** Blocks until the chaincode has answered or the proposal is refused. */
    public EndorserAnswer process(SignedProposal signed) {
        try {
            UnpackedProposal proposal = UnpackedProposal.parse(signed);
            Optional<String> filtered = peer.checks().filterRefusal(proposal, peer.now());
            if (filtered.isPresent()) {
                return new EndorserAnswer.Filtered(filtered.get());
            }
            if (!proposal.channel().equals(peer.channel().channelId())) {
                return new EndorserAnswer.Answered(refusal("channel '" + proposal.channel() + "' not found"));
            }
            peer.checks().checkAuthentic(proposal);
            Optional<SystemChaincode> system = peer.systemChaincode(proposal.chaincode());
            if (system.isPresent()) {
                return new EndorserAnswer.Answered(executeSystem(proposal, system.get()));
            }
            Optional<String> denied = peer.checks().accessRefusal(proposal, "peer/Propose");
            if (denied.isPresent()) {
                return new EndorserAnswer.Refused(denied.get());
            }
            return new EndorserAnswer.Answered(execute(proposal));
        } catch (ProposalRefusedException e) {
            return new EndorserAnswer.Refused(e.text());
        }
    }

    private static ProposalResponse refusal(String message) {
        return ProposalResponse.newBuilder()
                .setResponse(Response.newBuilder().setStatus(SERVER_ERROR).setMessage(message))
                .build();
    }

    private ProposalResponse executeSystem(UnpackedProposal proposal, SystemChaincode chaincode) {
        Response response = chaincode.invoke(
                proposal.input().getArgsList(), resource -> peer.checks().accessRefusal(proposal, resource));
        ChaincodeAction action = action(response, proposal.chaincode(), SYSTEM_VERSION);
        return respond(proposal, response, action, ChaincodeInterest.getDefaultInstance());
    }

    private ProposalResponse execute(UnpackedProposal proposal) {
        String name = proposal.chaincode();
        try (TxSimulator simulator = new TxSimulator(proposal.transactionId(), peer.peerState())) {
            Optional<ChaincodeDefinition> definition = ChaincodeDefinitions.find(simulator.state(), name);
            if (definition.isEmpty()) {
                return undefined(proposal, "chaincode " + name + " not found");
            }
            simulator.get(ChaincodeDefinitions.LIFECYCLE, ChaincodeDefinitions.fieldKey(name, "Sequence"));
            Optional<ChaincodeConnection> connection = peer.chaincode(name);
            if (connection.isEmpty()) {
                return undefined(
                        proposal, "chaincode definition for '" + name + "' exists, but chaincode is not installed");
            }
            TransactionContext context = new TransactionContext(
                    proposal.channel(), proposal.transactionId(), name, proposal.signed(), simulator);
            return endorse(
                    proposal, definition.get(), simulator, connection.get().execute(context, proposal.input()));
        } catch (ChaincodeFailure e) {
            return refusal("error in simulation: " + e.text());
        }
    }

    private static ProposalResponse undefined(UnpackedProposal proposal, String cause) {
        return refusal("make sure the chaincode " + proposal.chaincode() + " has been successfully defined on channel "
                + proposal.channel() + " and try again: " + cause);
    }

    private ProposalResponse endorse(
            UnpackedProposal proposal, ChaincodeDefinition definition, TxSimulator simulator, ChaincodeMessage answer) {
        if (answer.getType() == ChaincodeMessage.Type.ERROR) {
            return refusal("error in simulation: transaction returned with failure: "
                    + answer.getPayload().toStringUtf8());
        }
        Response response;
        try {
            response = Response.parseFrom(answer.getPayload());
        } catch (InvalidProtocolBufferException e) {
            return refusal(
                    "error in simulation: failed to unmarshal the response of transaction " + proposal.transactionId());
        }
        ChaincodeAction.Builder action = action(response, definition.name(), definition.version()).toBuilder();
        action.setResults(simulator.results().toByteString());
        if (answer.hasChaincodeEvent() && response.getStatus() < FIRST_ERROR) {
            ChaincodeEvent event = answer.getChaincodeEvent().toBuilder()
                    .setChaincodeId(definition.name())
                    .setTxId(proposal.transactionId())
                    .build();
            action.setEvents(event.toByteString());
        }
        if (response.getStatus() < FIRST_ERROR) {
            Optional<String> failure = peer.distribute(proposal.transactionId(), simulator);
            if (failure.isPresent()) {
                return refusal("error in simulation: " + failure.get());
            }
        }
        return respond(proposal, response, action.build(), Interest.of(simulator));
    }

    private static ChaincodeAction action(Response response, String name, String version) {
        return ChaincodeAction.newBuilder()
                .setResponse(response)
                .setChaincodeId(ChaincodeID.newBuilder().setName(name).setVersion(version))
                .build();
    }

    private ProposalResponse respond(
            UnpackedProposal proposal, Response response, ChaincodeAction action, ChaincodeInterest interest) {
        ProposalResponse.Builder answer =
                ProposalResponse.newBuilder().setVersion(1).setResponse(response);
        if (response.getStatus() >= FIRST_ERROR && response.getStatus() < SERVER_ERROR) {
            return answer.build();
        }
        ByteString payload = ProposalResponsePayload.newBuilder()
                .setProposalHash(proposal.proposalHash())
                .setExtension(action.toByteString())
                .build()
                .toByteString();
        answer.setPayload(payload).setInterest(interest);
        if (response.getStatus() < FIRST_ERROR) {
            ByteString endorser = peer.signer().serialized();
            answer.setEndorsement(Endorsement.newBuilder()
                    .setEndorser(endorser)
                    .setSignature(peer.signatures().sign(peer.signer(), payload.concat(endorser))));
        }
        return answer.build();
    }
}
