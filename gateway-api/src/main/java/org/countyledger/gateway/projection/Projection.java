package org.countyledger.gateway.projection;

import java.util.Optional;
import javax.sql.DataSource;
import org.countyledger.client.BlockFollower;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.block.PostgresBlockSink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Follows the chain into the tables for as long as the process runs. */
@Component
@Lazy(false)
public final class Projection implements SmartLifecycle {
    private static final String NAME = "records";
    private static final String CLEAR = """
            truncate record, record_event, record_overlay, record_clock, record_link,
                ledger_entry, ledger_transaction, record_alarm""";

    private final LedgerClient client;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final AnnouncingSink sink;
    private volatile @Nullable BlockFollower follower;

    Projection(
            LedgerClient client,
            DataSource database,
            TransactionOperations transactions,
            Projector projector,
            Position position) {
        this.client = client;
        this.jdbc = JdbcClient.create(database);
        this.transactions = transactions;
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

    /** Empties the tables and reads the chain again from block 0. */
    public void rebuild() {
        stop();
        sink.forget();
        transactions.executeWithoutResult(status -> {
            jdbc.sql(CLEAR).update();
            jdbc.sql("delete from ledger_checkpoint where name = ?").param(NAME).update();
        });
        start();
    }
}
