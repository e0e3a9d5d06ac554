package org.countyledger.ledger.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.peer.Proposal;

/**
 * The proposal that asked {@code qscc} for the transaction. Its hash stands in what the organisations signed, so it binds
 * channel, function and transaction id to the answer.
 *
 * @param payload the {@code ChaincodeProposalPayload}, which for a system query has no transient data
 */
public record Question(ByteString channelHeader, ByteString signatureHeader, ByteString payload) {

    /** Takes a proposal apart. */
    public static Question of(ByteString proposal) throws MalformedReceiptException {
        try {
            Proposal parsed = Proposal.parseFrom(proposal);
            Header header = Header.parseFrom(parsed.getHeader());
            return new Question(header.getChannelHeader(), header.getSignatureHeader(), parsed.getPayload());
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedReceiptException("the proposal cannot be parsed", e);
        }
    }

    ByteString hash() {
        return Sha256.of(channelHeader, signatureHeader, payload);
    }
}
