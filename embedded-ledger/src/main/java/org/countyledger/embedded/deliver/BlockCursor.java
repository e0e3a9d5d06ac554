package org.countyledger.embedded.deliver;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;

/** One seek over the chain, in Fabric's order of checks ({@code common/deliver/deliver.go}). */
final class BlockCursor {
    private static final Duration TIME_WINDOW = Duration.ofMinutes(15);

    private final DeliverSource source;
    private final String resource;

    /** Takes blocks; false if the reader has gone. */
    interface Reader {
        boolean take(Block block) throws InterruptedException;
    }

    BlockCursor(DeliverSource source, String resource) {
        this.source = source;
        this.resource = resource;
    }

    /** Sends what is asked for; the status that ends the seek, or empty if the reader or the ledger went first. */
    Optional<Status> run(Envelope envelope, Reader reader) throws InterruptedException {
        SeekRequest request;
        try {
            request = SeekRequest.parse(envelope);
        } catch (InvalidProtocolBufferException e) {
            return Optional.of(Status.BAD_REQUEST);
        }
        Optional<Status> refusal = refusal(request);
        if (refusal.isPresent()) {
            return refusal;
        }
        long height = source.progress().height();
        SeekInfo seek = request.seek();
        long start = number(seek.getStart(), 0, height - 1, height);
        long stop = number(seek.getStop(), start, height - 1, Long.MAX_VALUE);
        if (start < 0 || start > height) {
            return Optional.of(Status.NOT_FOUND);
        }
        if (stop >= 0 && stop < start) {
            return Optional.of(Status.BAD_REQUEST);
        }
        return send(request, start, stop, reader);
    }

    private Optional<Status> refusal(SeekRequest request) {
        if (!request.header().hasTimestamp() || isOutsideWindow(request)) {
            return Optional.of(Status.BAD_REQUEST);
        }
        if (!request.header().getChannelId().equals(source.channel())) {
            return Optional.of(Status.NOT_FOUND);
        }
        if (isForbidden(request)) {
            return Optional.of(Status.FORBIDDEN);
        }
        SeekInfo seek = request.seek();
        boolean isWhole = isPosition(seek.getStart())
                && isPosition(seek.getStop())
                && !seek.getStop().hasNextCommit();
        return isWhole ? Optional.empty() : Optional.of(Status.BAD_REQUEST);
    }

    private static boolean isPosition(SeekPosition position) {
        return position.getTypeCase() != SeekPosition.TypeCase.TYPE_NOT_SET;
    }

    private boolean isOutsideWindow(SeekRequest request) {
        var sent = request.header().getTimestamp();
        Duration apart = Duration.between(
                Instant.ofEpochSecond(sent.getSeconds(), sent.getNanos()),
                source.clock().get());
        return apart.abs().compareTo(TIME_WINDOW) > 0;
    }

    private boolean isForbidden(SeekRequest request) {
        return source.access().refusal(resource, request.signed()).isPresent();
    }

    /** A number too large for {@code long} comes negative and means "no end" as a stop. */
    private static long number(SeekPosition position, long oldest, long newest, long next) {
        return switch (position.getTypeCase()) {
            case OLDEST -> oldest;
            case NEWEST -> newest;
            case SPECIFIED -> position.getSpecified().getNumber();
            case NEXT_COMMIT -> next;
            case TYPE_NOT_SET -> throw new IllegalArgumentException("A seek position without type was let through");
        };
    }

    private Optional<Status> send(SeekRequest request, long start, long stop, Reader reader)
            throws InterruptedException {
        boolean mayWait = request.seek().getBehavior() == SeekInfo.SeekBehavior.BLOCK_UNTIL_READY;
        for (long number = start; ; number++) {
            if (!mayWait && number >= source.progress().height()) {
                return Optional.of(Status.NOT_FOUND);
            }
            if (!source.progress().awaitBlock(number)) {
                return Optional.of(Status.SERVICE_UNAVAILABLE);
            }
            if (number > start && isForbidden(request)) {
                return Optional.of(Status.FORBIDDEN);
            }
            Optional<Block> block = source.blocks().block(number);
            if (block.isEmpty() || !reader.take(block.get())) {
                return Optional.empty();
            }
            if (number == stop) {
                return Optional.of(Status.SUCCESS);
            }
        }
    }
}
