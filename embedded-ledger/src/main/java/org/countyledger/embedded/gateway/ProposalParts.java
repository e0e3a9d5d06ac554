package org.countyledger.embedded.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** What the gateway reads from a proposal before any peer judges it. */
record ProposalParts(
        SignedProposal signed, Header header, ChaincodeProposalPayload payload, String channel, String chaincode) {
    static ProposalParts parse(SignedProposal signed) {
        if (signed.getProposalBytes().isEmpty()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "the proposed transaction must contain a signed proposal");
        }
        try {
            Proposal proposal = Proposal.parseFrom(signed.getProposalBytes());
            Header header = Header.parseFrom(proposal.getHeader());
            ChannelHeader channel = ChannelHeader.parseFrom(header.getChannelHeader());
            ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
            ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.parseFrom(payload.getInput());
            String name = spec.getChaincodeSpec().getChaincodeId().getName();
            if (channel.getChannelId().isEmpty()) {
                throw RpcErrors.of(
                        Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: no channel id provided");
            }
            if (name.isEmpty()) {
                throw RpcErrors.of(
                        Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: no chaincode name provided");
            }
            return new ProposalParts(signed, header, payload, channel.getChannelId(), name);
        } catch (InvalidProtocolBufferException e) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + e.getMessage());
        }
    }

    boolean hasTransientData() {
        return payload.getTransientMapCount() > 0;
    }

    /** The payload as it goes into a transaction: clear private data stays out. */
    ByteString payloadWithoutTransientData() {
        return payload.toBuilder().clearTransientMap().build().toByteString();
    }
}
