package org.countyledger.embedded.deliver;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.policy.SignedData;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;

/** One seek over the chain, in Fabric's order of checks ({@code common/deliver/deliver.go}). */
final class BlockCursor {
    private static final Duration TIME_WINDOW = Duration.ofMinutes(15);

    private final DeliverSource source;
    private final DeliverForm<?> form;

    /** Takes blocks; false if the reader has gone. */
    interface Reader {
        boolean take(Block block, SignedData reader) throws InterruptedException;
    }

    private interface Sink {
        boolean take(Block block) throws InterruptedException;
    }

    BlockCursor(DeliverSource source, DeliverForm<?> form) {
        this.source = source;
        this.form = form;
    }

    /** Sends what is asked for; the status that ends the seek, or empty if the reader or the ledger went first. */
    Optional<Status> run(Envelope envelope, Reader reader) throws InterruptedException {
        SeekRequest request;
        try {
            request = SeekRequest.parse(envelope);
        } catch (InvalidProtocolBufferException e) {
            return Optional.of(Status.BAD_REQUEST);
        }
        if (!request.header().hasTimestamp() || isOutsideWindow(request)) {
            return Optional.of(Status.BAD_REQUEST);
        }
        if (!request.header().getChannelId().equals(source.channel())) {
            return Optional.of(Status.NOT_FOUND);
        }
        SeekSession session = new SeekSession(source, form, request);
        if (session.isForbidden()) {
            return Optional.of(Status.FORBIDDEN);
        }
        return run(request.seek(), session, block -> reader.take(block, request.signed()));
    }

    private Optional<Status> run(SeekInfo seek, SeekSession session, Sink reader) throws InterruptedException {
        if (!seek.hasStart() || !seek.hasStop()) {
            return Optional.of(Status.BAD_REQUEST);
        }
        long height = source.progress().height();
        long start = start(seek.getStart(), height);
        long stop = stop(seek.getStop(), start, height);
        if (start < 0 || start > height) {
            return Optional.of(Status.NOT_FOUND);
        }
        if (stop >= 0 && stop < start) {
            return Optional.of(Status.BAD_REQUEST);
        }
        return send(seek, session, new Range(start, stop), reader);
    }

    private boolean isOutsideWindow(SeekRequest request) {
        var sent = request.header().getTimestamp();
        Duration apart = Duration.between(
                Instant.ofEpochSecond(sent.getSeconds(), sent.getNanos()),
                source.clock().get());
        return apart.abs().compareTo(TIME_WINDOW) > 0;
    }

    /** A number too large for {@code long}, or no position at all, comes negative and is not found. */
    private static long start(SeekPosition position, long height) {
        return switch (position.getTypeCase()) {
            case OLDEST -> 0;
            case NEWEST -> height - 1;
            case SPECIFIED -> position.getSpecified().getNumber();
            case NEXT_COMMIT -> height;
            case TYPE_NOT_SET -> -1;
        };
    }

    /** A number too large for {@code long} comes negative and means "no end"; the next commit is no stop for Fabric. */
    private static long stop(SeekPosition position, long start, long height) {
        return switch (position.getTypeCase()) {
            case OLDEST -> start;
            case NEWEST -> height - 1;
            case SPECIFIED -> position.getSpecified().getNumber();
            case NEXT_COMMIT, TYPE_NOT_SET -> -1;
        };
    }

    /** The first block, and the last; a negative one is never reached. */
    private record Range(long start, long stop) {}

    private Optional<Status> send(SeekInfo seek, SeekSession session, Range range, Sink reader)
            throws InterruptedException {
        boolean mayWait = seek.getBehavior() == SeekInfo.SeekBehavior.BLOCK_UNTIL_READY;
        for (long number = range.start(); ; number++) {
            if (!mayWait && number >= source.progress().height()) {
                return Optional.of(Status.NOT_FOUND);
            }
            if (!source.progress().awaitBlock(number)) {
                return Optional.of(Status.SERVICE_UNAVAILABLE);
            }
            if (session.isForbidden()) {
                return Optional.of(Status.FORBIDDEN);
            }
            Optional<Block> block = source.blocks().block(number);
            if (block.isEmpty() || !reader.take(content(seek, block.get()))) {
                return Optional.empty();
            }
            if (number == range.stop()) {
                return Optional.of(Status.SUCCESS);
            }
        }
    }

    /** Whoever wants headers and signatures only still gets configuration blocks whole. */
    private static Block content(SeekInfo seek, Block block) {
        boolean isHeaderOnly = seek.getContentType() == SeekInfo.SeekContentType.HEADER_WITH_SIG
                && !TransactionParts.of(block.getData().getData(0)).isConfig();
        return isHeaderOnly ? block.toBuilder().clearData().build() : block;
    }
}
