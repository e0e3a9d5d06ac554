package org.countyledger.ledger;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.countyledger.ledger.block.BlockReader;

/**
 * Replays a recorded chain for an auditor: every hash, signature, policy and read is checked again, and the outcome is
 * compared with what the peer recorded. Block 0 is the anchor: whoever does not trust the file compares its header hash,
 * and the last one, with a copy from elsewhere.
 */
public final class ChainReplay {
    /** Told after every block. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (blocks, transactions) -> {};

        void replayed(long blocks, long transactions);
    }

    private static final int LOOK_AHEAD_BLOCKS = 64;

    private ChainReplay() {}

    /** Replays a block file, plain or compressed by gzip, with all processors. */
    public static ReplayReport run(Path file, Progress progress) throws IOException {
        try (BlockReader reader = BlockReader.open(file)) {
            return run(reader, Optional.empty(), progress, Runtime.getRuntime().availableProcessors());
        }
    }

    /**
     * Replays the blocks of a reader, which stays open.
     *
     * @param trustedGenesis header hash that block 0 must have
     * @param threads how many threads check signatures; 1 uses none but the caller's
     */
    public static ReplayReport run(
            BlockReader reader, Optional<ByteString> trustedGenesis, Progress progress, int threads) {
        long started = System.nanoTime();
        ReplayState state = new ReplayState(trustedGenesis);
        try (SignatureAhead ahead = new SignatureAhead(threads, LOOK_AHEAD_BLOCKS)) {
            readAhead(reader, ahead, state);
            while (!ahead.isEmpty() && state.replay(ahead.next())) {
                progress.replayed(state.blocks(), state.transactions());
                readAhead(reader, ahead, state);
            }
        }
        return state.report(Duration.ofNanos(System.nanoTime() - started));
    }

    /** Reads blocks until enough are waiting. */
    private static void readAhead(BlockReader reader, SignatureAhead ahead, ReplayState state) {
        while (!ahead.isFull() && !ahead.isEnded()) {
            try {
                reader.next().ifPresentOrElse(block -> ahead.add(block, state.validator()), ahead::end);
            } catch (IOException e) {
                ahead.end();
                state.unreadable(state.blocks() + ahead.size(), String.valueOf(e.getMessage()));
            }
        }
    }
}
