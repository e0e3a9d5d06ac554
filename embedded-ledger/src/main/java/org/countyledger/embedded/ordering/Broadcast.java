package org.countyledger.embedded.ordering;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.countyledger.embedded.channel.AccessControl;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.policy.SignedData;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;

/** What an orderer checks before it queues an envelope ({@code orderer/common/broadcast}, {@code msgprocessor}). */
public final class Broadcast {
    private final ChannelConfig channel;
    private final AccessControl access;
    private final BatchSettings settings;
    private final Supplier<Instant> clock;
    private final Orderer orderer;

    public Broadcast(
            ChannelConfig channel,
            AccessControl access,
            BatchSettings settings,
            Supplier<Instant> clock,
            Orderer orderer) {
        this.channel = channel;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
        this.orderer = orderer;
    }

    /** Status SUCCESS means queued, not committed. */
    public BroadcastResponse order(Envelope envelope) {
        Optional<BroadcastResponse> refusal = refusal(envelope);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return orderer.enqueue(envelope)
                ? BroadcastResponse.newBuilder().setStatus(Status.SUCCESS).build()
                : answer(Status.SERVICE_UNAVAILABLE, "ordering is stopped");
    }

    private static BroadcastResponse answer(Status status, String info) {
        return BroadcastResponse.newBuilder().setStatus(status).setInfo(info).build();
    }

    private Optional<BroadcastResponse> refusal(Envelope envelope) {
        if (envelope.getPayload().isEmpty()) {
            return Optional.of(answer(Status.BAD_REQUEST, "Message was empty"));
        }
        try {
            Payload payload = Payload.parseFrom(envelope.getPayload());
            if (!payload.hasHeader()) {
                return Optional.of(answer(Status.BAD_REQUEST, "envelope has no header"));
            }
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            SignatureHeader signer =
                    SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
            return refusal(envelope, header, signer);
        } catch (InvalidProtocolBufferException e) {
            return Optional.of(answer(Status.BAD_REQUEST, "error parsing the envelope: " + e.getMessage()));
        }
    }

    private Optional<BroadcastResponse> refusal(Envelope envelope, ChannelHeader header, SignatureHeader signer) {
        if (!header.getChannelId().equals(channel.channelId())) {
            return Optional.of(answer(Status.NOT_FOUND, "channel does not exist"));
        }
        if (header.getType() == HeaderType.CONFIG_VALUE || header.getType() == HeaderType.CONFIG_UPDATE_VALUE) {
            return Optional.of(answer(Status.BAD_REQUEST, "the embedded ledger takes no configuration after block 0"));
        }
        long bytes = BlockCutter.sizeBytes(envelope);
        if (bytes > settings.absoluteMaxBytes()) {
            return Optional.of(answer(
                    Status.BAD_REQUEST,
                    "message payload is " + bytes + " bytes and exceeds maximum allowed " + settings.absoluteMaxBytes()
                            + " bytes"));
        }
        if (isExpired(signer)) {
            return Optional.of(answer(Status.BAD_REQUEST, "broadcast client identity expired"));
        }
        SignedData signed = new SignedData(envelope.getPayload(), signer.getCreator(), envelope.getSignature());
        return access.policyRefusal(AccessControl.CHANNEL_WRITERS, signed)
                .map(reason -> answer(Status.FORBIDDEN, reason + ": permission denied"));
    }

    /** An identity nobody knows does not expire; the policy refuses it. */
    private boolean isExpired(SignatureHeader signer) {
        try {
            return channel.msps().identity(signer.getCreator()).expiresAt().isBefore(clock.get());
        } catch (IdentityException e) {
            return false;
        }
    }
}
