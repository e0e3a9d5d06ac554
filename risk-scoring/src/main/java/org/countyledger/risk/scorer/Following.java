package org.countyledger.risk.scorer;

import java.util.Optional;
import javax.sql.DataSource;
import org.countyledger.client.BlockFollower;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.block.BlockSink;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.client.block.Checkpoint;
import org.countyledger.client.block.PostgresBlockSink;
import org.countyledger.client.operation.LedgerException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows the chain from the checkpoint on for as long as the process runs. */
@Component
final class Following implements SmartLifecycle {
    private static final String NAME = "scores";

    private final LedgerClient client;
    private final BlockSink sink;
    private volatile @Nullable BlockFollower follower;
    private volatile long heightAtStart = Long.MAX_VALUE;

    Following(LedgerClient client, DataSource database, Grievances grievances, Bell bell) {
        this.client = client;
        PostgresBlockSink rows = new PostgresBlockSink(database, NAME, grievances);
        this.sink = new BlockSink() {
            @Override
            public Optional<Checkpoint> checkpoint() {
                return rows.checkpoint();
            }

            @Override
            public void write(BlockSummary block) {
                rows.write(block);
                bell.ring();
            }
        };
    }

    @Override
    public void start() {
        follower = client.follow(NAME, sink);
    }

    /**
     * Whether all blocks are read that were there when this process began: then every score that is on the ledger is known
     * to be there, also one that another process sent on another database.
     */
    boolean hasCaughtUp() {
        if (heightAtStart == Long.MAX_VALUE) {
            try {
                heightAtStart = client.height();
            } catch (LedgerException e) {
                return false;
            }
        }
        return Optional.ofNullable(follower).flatMap(BlockFollower::checkpoint).stream()
                .anyMatch(checkpoint -> checkpoint.block() + 1 >= heightAtStart);
    }

    /** Why no blocks are read at the moment. */
    Optional<String> trouble() {
        return Optional.ofNullable(follower).flatMap(BlockFollower::trouble);
    }

    @Override
    public void stop() {
        BlockFollower running = follower;
        if (running != null) {
            running.close();
            follower = null;
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }
}
