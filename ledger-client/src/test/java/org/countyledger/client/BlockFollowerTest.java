package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.countyledger.client.block.BlockSink;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.client.block.Checkpoint;
import org.countyledger.client.operation.OperationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockFollowerTest {
    private final Harness harness = new Harness();
    private final Rows rows = new Rows();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void all_blocks_are_written_once_and_in_order() {
        harness.ledger.tick();
        try (BlockFollower follower = harness.client().follow("projection", rows)) {
            harness.ledger.tick();

            rows.awaitBlock(2);
            assertThat(rows.numbers()).containsExactly(0L, 1L, 2L);
            assertThat(follower.checkpoint()).isEqualTo(rows.checkpoint());
            assertThat(follower.trouble()).isEmpty();
        }
    }

    @Test
    void a_new_follower_goes_on_after_the_checkpoint() {
        LedgerClient client = harness.client();
        try (BlockFollower follower = client.follow("projection", rows)) {
            rows.awaitBlock(0);
            assertThat(follower.trouble()).isEmpty();
        }
        harness.ledger.tick();
        harness.ledger.tick();

        try (BlockFollower follower = client.follow("projection", rows)) {
            rows.awaitBlock(2);
            assertThat(follower.trouble()).isEmpty();
        }
        assertThat(rows.numbers()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void another_peer_goes_on_when_one_stops() {
        try (BlockFollower follower = harness.client().follow("projection", rows)) {
            rows.awaitBlock(0);
            harness.first.stop();
            harness.ledger.tick();
            rows.awaitBlock(1);
            harness.second.deliver().breakStreams();
            harness.ledger.tick();
            rows.awaitBlock(2);
            assertThat(follower.checkpoint()).isPresent();
        }
        assertThat(rows.numbers()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_block_that_cannot_be_written_is_offered_again() {
        rows.failures = 3;
        try (BlockFollower follower = harness.client().follow("projection", rows)) {
            Eventually.holds(() -> follower.trouble().isPresent());
            rows.awaitBlock(0);
            Eventually.holds(() -> follower.trouble().isEmpty());
        }
        assertThat(rows.numbers()).containsExactly(0L);
    }

    @Test
    void rows_of_another_chain_are_noticed() {
        harness.ledger.tick();
        rows.checkpoint = Optional.of(new Checkpoint(0, ByteString.copyFromUtf8("another genesis")));
        try (BlockFollower follower = harness.client().follow("projection", rows)) {
            Eventually.holds(() -> follower.trouble().orElse("").contains("another chain"));
        }
        assertThat(rows.numbers()).isEmpty();
    }

    @Test
    void a_checkpoint_beyond_the_chain_waits_and_says_so() {
        rows.checkpoint = Optional.of(new Checkpoint(7, ByteString.EMPTY));
        try (BlockFollower follower = harness.client().follow("projection", rows)) {
            Eventually.holds(() -> follower.trouble().orElse("").contains("NOT_FOUND"));
        }
    }

    @Test
    void commits_are_seen_through_another_peer_when_the_stream_breaks() {
        LedgerClient client = harness.client();
        client.submit(Harness.creating("one"));
        harness.first.deliver().breakStreams();

        assertThat(client.submit(Harness.creating("two")).state()).isEqualTo(OperationState.VALID);
    }

    @Test
    void a_silent_stream_is_made_up_for_by_asking() {
        harness.first.deliver().fallSilent();
        harness.second.deliver().fallSilent();

        assertThat(harness.client().submit(Harness.creating("one")).state()).isEqualTo(OperationState.VALID);
    }

    /** A table and its checkpoint, in memory. */
    private static final class Rows implements BlockSink {
        private final List<BlockSummary> written = new ArrayList<>();
        private Optional<Checkpoint> checkpoint = Optional.empty();
        private int failures;

        @Override
        public synchronized Optional<Checkpoint> checkpoint() {
            return checkpoint;
        }

        @Override
        public synchronized void write(BlockSummary block) {
            if (failures-- > 0) {
                throw new IllegalStateException("the table is locked");
            }
            written.add(block);
            checkpoint = Optional.of(new Checkpoint(block.number(), block.hash()));
        }

        synchronized List<Long> numbers() {
            return written.stream().map(BlockSummary::number).toList();
        }

        void awaitBlock(long number) {
            Eventually.holds(() -> numbers()
                    .containsAll(LongStream.rangeClosed(0, number).boxed().toList()));
        }
    }
}
