package org.countyledger.gateway.projection;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.util.Optional;
import org.countyledger.client.block.BlockConsumer;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.client.block.KeyWrite;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.client.block.TransactionSummary.Invocation;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.LedgerKey.EventKey;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.ledger.CountySettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Turns a block into rows. What is in the rows follows from the blocks alone, so they can be made again. */
@Component
final class Projector implements BlockConsumer {
    private final String chaincode;
    private final TimedRows timed;

    Projector(CountySettings settings, TimedRows timed) {
        this.chaincode = settings.chaincode();
        this.timed = timed;
    }

    @Override
    public void accept(BlockSummary block, Connection connection) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        BlockRows rows = new BlockRows(jdbc, block.number());
        AlarmRows alarms = new AlarmRows(jdbc, timed);
        for (TransactionSummary transaction : block.transactions()) {
            transaction
                    .invocation()
                    .filter(invocation -> invocation.chaincode().equals(chaincode))
                    .ifPresent(invocation -> write(transaction, invocation, rows, alarms));
        }
    }

    private static void write(TransactionSummary transaction, Invocation invocation, BlockRows rows, AlarmRows alarms) {
        Optional<Subject> subject = transaction.isValid() ? Subject.of(invocation) : Optional.empty();
        rows.transaction(transaction, invocation, subject);
        if (transaction.isValid()) {
            for (KeyWrite write : invocation.writes()) {
                LedgerKey.parse(write.key())
                        .ifPresent(key -> write.value()
                                .ifPresent(value -> write(new Written(key, value, transaction.txId()), rows, alarms)));
            }
        }
    }

    /** One key that a valid transaction wrote. */
    private record Written(LedgerKey key, ByteString value, String txId) {
        String text() {
            return value.toStringUtf8();
        }
    }

    private static void write(Written written, BlockRows rows, AlarmRows alarms) {
        switch (written.key()) {
            case HeaderKey header -> {
                Header record = CanonicalJson.read(written.text(), Header.class);
                rows.header(record, written.text());
                alarms.changed(record);
            }
            case EventKey event -> rows.event(event, written.txId(), written.text());
            case OverlayKey overlay -> {
                rows.overlay(overlay, written.text());
                alarms.flagged(overlay);
            }
            case LedgerKey.UsedKey used -> {}
            case LedgerKey.SlotKey slot -> rows.entry(slot, written.text());
            case LedgerKey.PointerKey pointer -> {
                rows.entry(pointer, written.text());
                alarms.pointed(pointer);
            }
            case LedgerKey.PolicyKey policy -> rows.entry(policy, written.text());
        }
    }
}
