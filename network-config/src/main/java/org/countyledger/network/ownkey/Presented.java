package org.countyledger.network.ownkey;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Base64;
import java.util.Map;
import org.countyledger.domain.record.Digests;
import org.countyledger.network.CountyException;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.Transaction;
import tools.jackson.databind.JsonNode;

/**
 * What a gateway presents to be signed, read anew: the digest is made here, from the bytes that are looked at, so that a
 * gateway that shows one thing and has another signed gets no signature.
 *
 * @param base64 as it came
 * @param signed the part that the signature is over
 * @param header of the transaction: who, when, under which id
 * @param call function and arguments
 * @param values transient, of a proposal
 */
record Presented(String base64, ByteString signed, Header header, ChaincodeInput call, Map<String, ByteString> values) {

    private interface Parser {
        Presented parse(byte[] bytes) throws InvalidProtocolBufferException;
    }

    static Presented proposal(JsonNode answer) {
        String base64 = answer.path("bytes").asString("");
        return parsed(answer, bytes -> {
            ByteString signed =
                    ProposedTransaction.parseFrom(bytes).getProposal().getProposalBytes();
            Proposal proposal = Proposal.parseFrom(signed);
            ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
            return new Presented(
                    base64,
                    signed,
                    Header.parseFrom(proposal.getHeader()),
                    call(payload),
                    Map.copyOf(payload.getTransientMapMap()));
        });
    }

    static Presented transaction(JsonNode answer) {
        String base64 = answer.path("bytes").asString("");
        return parsed(answer, bytes -> {
            Envelope envelope = PreparedTransaction.parseFrom(bytes).getEnvelope();
            Payload payload = Payload.parseFrom(envelope.getPayload());
            Transaction transaction = Transaction.parseFrom(payload.getData());
            require(transaction.getActionsCount() == 1, "it holds more or less than one action");
            ByteString proposal = ChaincodeActionPayload.parseFrom(
                            transaction.getActions(0).getPayload())
                    .getChaincodeProposalPayload();
            return new Presented(
                    base64,
                    envelope.getPayload(),
                    payload.getHeader(),
                    call(ChaincodeProposalPayload.parseFrom(proposal)),
                    Map.of());
        });
    }

    private static ChaincodeInput call(ChaincodeProposalPayload payload) throws InvalidProtocolBufferException {
        return ChaincodeInvocationSpec.parseFrom(payload.getInput())
                .getChaincodeSpec()
                .getInput();
    }

    private static Presented parsed(JsonNode answer, Parser parser) {
        try {
            Presented presented =
                    parser.parse(Base64.getDecoder().decode(answer.path("bytes").asString("")));
            String claimed = answer.path("digest").asString("");
            require(
                    claimed.equals(Base64.getEncoder().encodeToString(presented.digest())),
                    "its digest is not that of its bytes");
            return presented;
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new CountyException("Not signed: the gateway presented something that cannot be read", e);
        }
    }

    byte[] digest() {
        return Digests.sha256(signed.toByteArray());
    }

    /** Refuses to go on unless this calls the function with this argument. */
    void requireCall(String function, String argument) {
        boolean same = call.getArgsList()
                .equals(java.util.List.of(ByteString.copyFromUtf8(function), ByteString.copyFromUtf8(argument)));
        require(same, "it does something else than was asked for");
    }

    /** Refuses to go on unless this transaction is that proposal, endorsed. */
    void requireSameAs(Presented proposal) {
        require(header.equals(proposal.header) && call.equals(proposal.call), "it is not what was signed before");
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new CountyException("Not signed: the gateway presented something wrong: " + otherwise);
        }
    }
}
