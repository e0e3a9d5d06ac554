package org.countyledger.embedded.deliver;

import com.google.protobuf.InvalidProtocolBufferException;
import org.countyledger.ledger.policy.SignedData;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.SeekInfo;

/** A parsed and still unchecked wish for blocks. */
record SeekRequest(ChannelHeader header, SeekInfo seek, SignedData signed) {
    static SeekRequest parse(Envelope envelope) throws InvalidProtocolBufferException {
        Payload payload = Payload.parseFrom(envelope.getPayload());
        SignatureHeader signer = SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
        return new SeekRequest(
                ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()),
                SeekInfo.parseFrom(payload.getData()),
                new SignedData(envelope.getPayload(), signer.getCreator(), envelope.getSignature()));
    }
}
