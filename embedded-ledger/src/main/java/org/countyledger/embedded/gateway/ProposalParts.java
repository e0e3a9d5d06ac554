package org.countyledger.embedded.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** What the gateway reads from a proposal before any peer judges it. */
record ProposalParts(
        SignedProposal signed, Header header, ChaincodeProposalPayload payload, String channel, String chaincode) {
    /** What is to be endorsed; a channel or chaincode without a name is found out by whoever looks for it. */
    static ProposalParts toEndorse(SignedProposal signed) {
        if (signed.getProposalBytes().isEmpty()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "the proposed transaction must contain a signed proposal");
        }
        try {
            return parse(signed);
        } catch (InvalidProtocolBufferException e) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "error unmarshaling the proposal: " + e.getMessage());
        }
    }

    static ProposalParts toEvaluate(SignedProposal signed) {
        if (signed.getProposalBytes().isEmpty()) {
            throw unpacking("a signed proposal is required");
        }
        try {
            ProposalParts parts = parse(signed);
            if (parts.channel().isEmpty()) {
                throw unpacking("no channel id provided");
            }
            if (parts.chaincode().isEmpty()) {
                throw unpacking("no chaincode name is provided, channel id [" + parts.channel() + "]");
            }
            return parts;
        } catch (InvalidProtocolBufferException e) {
            throw unpacking("error unmarshaling the proposal: " + e.getMessage());
        }
    }

    private static StatusRuntimeException unpacking(String cause) {
        return RpcErrors.of(Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + cause);
    }

    private static ProposalParts parse(SignedProposal signed) throws InvalidProtocolBufferException {
        Proposal proposal = Proposal.parseFrom(signed.getProposalBytes());
        Header header = Header.parseFrom(proposal.getHeader());
        ChannelHeader channel = ChannelHeader.parseFrom(header.getChannelHeader());
        ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
        ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.parseFrom(payload.getInput());
        String name = spec.getChaincodeSpec().getChaincodeId().getName();
        return new ProposalParts(signed, header, payload, channel.getChannelId(), name);
    }

    boolean hasTransientData() {
        return payload.getTransientMapCount() > 0;
    }

    /** The payload as it goes into a transaction: clear private data stays out. */
    ByteString payloadWithoutTransientData() {
        return payload.toBuilder().clearTransientMap().build().toByteString();
    }
}
