package org.countyledger.embedded.blockfile;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.countyledger.ledger.block.BlockHashes;
import org.hyperledger.fabric.protos.common.Block;

/**
 * Reads the blocks behind the last one the index knows and cuts what a crash left unfinished. Only the last record can be
 * unfinished, because every append is forced before the next; damage before it is reported and nothing is cut.
 */
public final class BlockRecovery {
    private static final int LONGEST_LENGTH_PREFIX_BYTES = 5;

    private final FileBlockLog log;
    private long nextNumber;
    private ByteString previousHash = ByteString.EMPTY;

    /** Takes whole blocks; false for one that is not what its writer recorded. */
    public interface Sink {
        boolean take(Block block, BlockLocation location);
    }

    private BlockRecovery(FileBlockLog log) {
        this.log = log;
    }

    /** Whether {@code last} still holds block {@code number}: else the index belongs to other files. */
    public static boolean agrees(FileBlockLog log, BlockLocation last, long number) {
        try {
            return log.fileCount() > last.file()
                    && log.fileSize(last.file()) >= last.end()
                    && log.read(last).getHeader().getNumber() == number;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Hands every whole block after {@code last} (all blocks if empty) to {@code sink}; returns the bytes cut off. */
    public static long run(FileBlockLog log, Optional<BlockLocation> last, Sink sink) {
        BlockRecovery recovery = new BlockRecovery(log);
        last.ifPresent(location -> recovery.follow(log.read(location)));
        try {
            return recovery.scan(last, sink);
        } catch (IOException e) {
            throw new UncheckedIOException("The block files cannot be read", e);
        }
    }

    private void follow(Block block) {
        nextNumber = block.getHeader().getNumber() + 1;
        previousHash = BlockHashes.headerHash(block.getHeader());
    }

    private long scan(Optional<BlockLocation> last, Sink sink) throws IOException {
        for (int file = last.map(BlockLocation::file).orElse(0); file < log.fileCount(); file++) {
            long offset =
                    last.isPresent() && last.get().file() == file ? last.get().end() : 0;
            long size = log.fileSize(file);
            while (offset < size) {
                Optional<Found> record = read(file, offset, size);
                if (record.isEmpty() || !isTaken(record.get(), sink)) {
                    return cut(file, offset, size);
                }
                follow(record.get().block());
                offset = record.get().location().end();
            }
        }
        return 0;
    }

    private record Found(Block block, BlockLocation location) {}

    private Optional<Found> read(int file, long offset, long size) throws IOException {
        byte[] prefix = log.bytes(file, offset, (int) Math.min(LONGEST_LENGTH_PREFIX_BYTES, size - offset));
        int recordLength = recordLength(prefix);
        if (recordLength < 0 || recordLength > size - offset) {
            return Optional.empty();
        }
        BlockLocation location = new BlockLocation(file, offset, recordLength);
        Optional<Block> block = block(location);
        if (block.isEmpty()) {
            requireLast(location);
        }
        return block.map(whole -> new Found(whole, location));
    }

    private boolean isTaken(Found record, Sink sink) throws IOException {
        boolean isTaken = sink.take(record.block(), record.location());
        if (!isTaken) {
            requireLast(record.location());
        }
        return isTaken;
    }

    private void requireLast(BlockLocation location) throws IOException {
        boolean isLast = location.file() == log.fileCount() - 1 && location.end() == log.fileSize(location.file());
        if (!isLast) {
            throw new LedgerDamagedException("Block " + nextNumber + " in " + log.path(location.file()) + " at byte "
                    + location.offset() + " is damaged, and blocks follow it. Nothing was changed.");
        }
    }

    /** Length of the record with its prefix; -1 if the prefix is not whole or impossible. */
    private static int recordLength(byte[] prefix) {
        long length = 0;
        for (int i = 0; i < prefix.length; i++) {
            length |= (long) (prefix[i] & 0x7f) << (7 * i);
            if (prefix[i] >= 0) {
                long whole = length + i + 1;
                return length == 0 || whole > Integer.MAX_VALUE ? -1 : (int) whole;
            }
        }
        return -1;
    }

    private Optional<Block> block(BlockLocation location) {
        try {
            Block block = log.block(location);
            boolean continues = block.getHeader().getNumber() == nextNumber
                    && block.getHeader().getPreviousHash().equals(previousHash)
                    && block.getHeader().getDataHash().equals(BlockHashes.dataHash(block.getData()));
            return continues ? Optional.of(block) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private long cut(int file, long offset, long size) throws IOException {
        if (file != log.fileCount() - 1) {
            throw new LedgerDamagedException(
                    log.path(file) + " is damaged at byte " + offset + ", and files follow it. Nothing was changed.");
        }
        log.truncate(file, offset);
        return size - offset;
    }
}
