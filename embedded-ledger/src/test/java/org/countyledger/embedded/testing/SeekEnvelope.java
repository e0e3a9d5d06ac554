package org.countyledger.embedded.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;

/** A wish for blocks in which a test sets what it wants to be wrong. */
public final class SeekEnvelope {
    private final SigningIdentity creator;
    private SigningIdentity signer;
    private String channel = "county";
    private Optional<Instant> timestamp;
    private final SeekInfo.Builder seek = SeekInfo.newBuilder();

    public SeekEnvelope(SigningIdentity creator, Instant timestamp) {
        this.creator = creator;
        this.signer = creator;
        this.timestamp = Optional.of(timestamp);
    }

    public SeekEnvelope between(long start, long stop) {
        return from(number(start)).to(number(stop));
    }

    public SeekEnvelope from(SeekPosition position) {
        seek.setStart(position);
        return this;
    }

    public SeekEnvelope to(SeekPosition position) {
        seek.setStop(position);
        return this;
    }

    /** Ends at the height instead of waiting. */
    public SeekEnvelope withoutWaiting() {
        seek.setBehavior(SeekInfo.SeekBehavior.FAIL_IF_NOT_READY);
        return this;
    }

    public SeekEnvelope headersOnly() {
        seek.setContentType(SeekInfo.SeekContentType.HEADER_WITH_SIG);
        return this;
    }

    public SeekEnvelope channel(String name) {
        channel = name;
        return this;
    }

    public SeekEnvelope at(Instant instant) {
        timestamp = Optional.of(instant);
        return this;
    }

    public SeekEnvelope withoutTimestamp() {
        timestamp = Optional.empty();
        return this;
    }

    /** Signed by another than its creator. */
    public SeekEnvelope signedBy(SigningIdentity identity) {
        signer = identity;
        return this;
    }

    public static SeekPosition number(long number) {
        return SeekPosition.newBuilder()
                .setSpecified(SeekSpecified.newBuilder().setNumber(number))
                .build();
    }

    public static SeekPosition newest() {
        return SeekPosition.newBuilder()
                .setNewest(SeekNewest.getDefaultInstance())
                .build();
    }

    public Envelope sign() {
        ChannelHeader.Builder header = ChannelHeader.newBuilder()
                .setType(HeaderType.DELIVER_SEEK_INFO_VALUE)
                .setChannelId(channel);
        timestamp.ifPresent(instant -> header.setTimestamp(
                Timestamp.newBuilder().setSeconds(instant.getEpochSecond()).setNanos(instant.getNano())));
        ByteString payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(header.build().toByteString())
                        .setSignatureHeader(SignatureHeader.newBuilder()
                                .setCreator(creator.serialized())
                                .setNonce(ByteString.copyFromUtf8("nonce"))
                                .build()
                                .toByteString()))
                .setData(seek.build().toByteString())
                .build()
                .toByteString();
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(signer.sign(payload))
                .build();
    }
}
