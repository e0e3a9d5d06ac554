package org.countyledger.embedded.endorsement;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** A proposal in its parts ({@code core/endorser/msgvalidation.go}). */
record UnpackedProposal(
        SignedProposal signed,
        ChannelHeader channelHeader,
        SignatureHeader signatureHeader,
        String chaincode,
        ChaincodeInput input,
        ByteString proposalHash) {
    static UnpackedProposal parse(SignedProposal signed) throws ProposalRefusedException {
        try {
            Proposal proposal = Proposal.parseFrom(signed.getProposalBytes());
            Header header = Header.parseFrom(proposal.getHeader());
            ChannelHeader channelHeader = ChannelHeader.parseFrom(header.getChannelHeader());
            ChaincodeHeaderExtension extension = ChaincodeHeaderExtension.parseFrom(channelHeader.getExtension());
            ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
            ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.parseFrom(payload.getInput());
            String name = extension.getChaincodeId().getName();
            if (name.isEmpty()) {
                throw new ProposalRefusedException(
                        "error unpacking proposal: ChaincodeHeaderExtension.ChaincodeId is nil");
            }
            ByteString shown = payload.toBuilder().clearTransientMap().build().toByteString();
            return new UnpackedProposal(
                    signed,
                    channelHeader,
                    SignatureHeader.parseFrom(header.getSignatureHeader()),
                    name,
                    spec.getChaincodeSpec().getInput(),
                    Sha256.of(header.getChannelHeader(), header.getSignatureHeader(), shown));
        } catch (InvalidProtocolBufferException e) {
            throw new ProposalRefusedException("error unpacking proposal: " + e.getMessage());
        }
    }

    String channel() {
        return channelHeader.getChannelId();
    }

    String transactionId() {
        return channelHeader.getTxId();
    }
}
