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
            checkComplete(extension, spec);
            ByteString shown = payload.toBuilder().clearTransientMap().build().toByteString();
            return new UnpackedProposal(
                    signed,
                    channelHeader,
                    SignatureHeader.parseFrom(header.getSignatureHeader()),
                    extension.getChaincodeId().getName(),
                    spec.getChaincodeSpec().getInput(),
                    Sha256.of(header.getChannelHeader(), header.getSignatureHeader(), shown));
        } catch (InvalidProtocolBufferException e) {
            throw new ProposalRefusedException("error unmarshaling the proposal: " + e.getMessage());
        }
    }

    private static void checkComplete(ChaincodeHeaderExtension extension, ChaincodeInvocationSpec spec)
            throws ProposalRefusedException {
        if (!extension.hasChaincodeId()) {
            throw new ProposalRefusedException("ChaincodeHeaderExtension.ChaincodeId is nil");
        }
        if (extension.getChaincodeId().getName().isEmpty()) {
            throw new ProposalRefusedException("ChaincodeHeaderExtension.ChaincodeId.Name is empty");
        }
        if (!spec.hasChaincodeSpec()) {
            throw new ProposalRefusedException("chaincode invocation spec did not contain chaincode spec");
        }
        if (!spec.getChaincodeSpec().hasInput()) {
            throw new ProposalRefusedException("chaincode input did not contain any input");
        }
    }

    String channel() {
        return channelHeader.getChannelId();
    }

    String transactionId() {
        return channelHeader.getTxId();
    }
}
