package org.countyledger.gateway.projection;

import java.util.Optional;
import javax.sql.DataSource;
import org.countyledger.client.BlockFollower;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.block.PostgresBlockSink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Follows the chain into the tables for as long as the process runs. */
@Component
@Lazy(false)
public final class Projection implements SmartLifecycle {
    /** Name of its checkpoint. */
    public static final String NAME = "records";

    private final LedgerClient client;
    private final AnnouncingSink sink;
    private volatile @Nullable BlockFollower follower;

    Projection(LedgerClient client, DataSource database, Projector projector, Position position) {
        this.client = client;
        this.sink = new AnnouncingSink(new PostgresBlockSink(database, NAME, projector), position);
    }

    @Override
    public void start() {
        follower = client.follow(NAME, sink);
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

    /** Why no blocks are read at the moment. */
    public Optional<String> trouble() {
        return Optional.ofNullable(follower).flatMap(BlockFollower::trouble);
    }
}
