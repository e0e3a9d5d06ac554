package org.countyledger.gateway.projection;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.client.block.BlockConsumer;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.client.block.TransactionSummary.Invocation;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.LedgerKey.EventKey;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.ledger.CountySettings;
import org.countyledger.gateway.projection.BlockRows.EventRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Turns blocks into rows. What is in the rows follows from the blocks alone, so they can be made again. */
@Component
public final class Projector implements BlockConsumer {
    private final String chaincode;
    private final TimedRows timed;

    public Projector(CountySettings settings, TimedRows timed) {
        this.chaincode = settings.chaincode();
        this.timed = timed;
    }

    @Override
    public void accept(BlockSummary block, Connection connection) {
        Gathered gathered = gathered(List.of(block));
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        gathered.rows().write(jdbc);
        gathered.alarms().write(jdbc);
    }

    /** Writes blocks that follow one another, together, to tables that are made from block 0. */
    public void acceptAnew(List<BlockSummary> blocks, Connection connection) {
        Gathered gathered = gathered(blocks);
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        gathered.rows().write(jdbc);
        gathered.alarms().writeAnew(jdbc);
    }

    /** What blocks are to write. */
    private record Gathered(BlockRows rows, AlarmRows alarms) {}

    private Gathered gathered(List<BlockSummary> blocks) {
        Gathered gathered = new Gathered(new BlockRows(), new AlarmRows(timed));
        for (BlockSummary block : blocks) {
            for (int i = 0; i < block.transactions().size(); i++) {
                gather(new Placed(block.transactions().get(i), i), gathered.rows(), gathered.alarms());
            }
        }
        return gathered;
    }

    private void gather(Placed placed, BlockRows rows, AlarmRows alarms) {
        TransactionSummary transaction = placed.transaction();
        transaction
                .invocation()
                .filter(invocation -> invocation.chaincode().equals(chaincode))
                .ifPresent(invocation -> {
                    Optional<Subject> subject = transaction.isValid() ? Subject.of(invocation) : Optional.empty();
                    rows.transaction(placed, invocation, subject);
                    if (transaction.isValid()) {
                        gather(placed, written(invocation), rows, alarms);
                    }
                });
    }

    /** One key that a valid transaction wrote. */
    private record Written(LedgerKey key, String text) {}

    private static List<Written> written(Invocation invocation) {
        return invocation.writes().stream()
                .flatMap(write -> LedgerKey.parse(write.key()).stream()
                        .flatMap(key -> write.value().stream().map(value -> new Written(key, value.toStringUtf8()))))
                .toList();
    }

    private static void gather(Placed placed, List<Written> writes, BlockRows rows, AlarmRows alarms) {
        Map<Subject, Header> headers = new HashMap<>();
        for (Written written : writes) {
            if (written.key() instanceof HeaderKey key) {
                Header header = CanonicalJson.read(written.text(), Header.class);
                headers.put(Subject.of(key.kind(), key.id()), header);
                rows.header(header, written.text(), placed.block());
                alarms.changed(header);
            }
        }
        int events = 0;
        for (Written written : writes) {
            if (written.key() instanceof EventKey key) {
                Optional<Header> after = Optional.ofNullable(headers.get(Subject.of(key.kind(), key.id())));
                rows.event(new EventRow(key, placed, events, written.text(), after));
                events++;
            } else {
                gather(written, rows, alarms);
            }
        }
    }

    private static void gather(Written written, BlockRows rows, AlarmRows alarms) {
        switch (written.key()) {
            case HeaderKey header -> {}
            case EventKey event -> {}
            case LedgerKey.UsedKey used -> {}
            case OverlayKey overlay -> {
                rows.overlay(overlay, written.text());
                alarms.flagged(overlay);
            }
            case LedgerKey.SlotKey slot -> rows.entry(slot, written.text());
            case LedgerKey.PointerKey pointer -> {
                rows.entry(pointer, written.text());
                alarms.pointed(pointer);
            }
            case LedgerKey.PolicyKey policy -> rows.entry(policy, written.text());
        }
    }
}
