package org.countyledger.gateway.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.countyledger.client.operation.Committed;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.projection.StoredTransaction.RecordRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads transactions out of the projection. */
@Component
public final class Transactions {
    private final JdbcClient jdbc;

    Transactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StoredTransaction> find(String txId) {
        return jdbc.sql("""
                        select tx_id, code, block, at, endorsers, kind, record_id
                        from ledger_transaction where tx_id = ?""").param(txId).query((row, n) -> read(row)).optional();
    }

    private static StoredTransaction read(ResultSet row) throws SQLException {
        String[] endorsers = (String[]) row.getArray("endorsers").getArray();
        String kind = row.getString("kind");
        String id = row.getString("record_id");
        return new StoredTransaction(
                row.getString("tx_id"),
                new Committed(row.getInt("code"), row.getLong("block")),
                row.getTimestamp("at").toInstant(),
                Arrays.asList(endorsers),
                kind == null || id == null ? Optional.empty() : Optional.of(new RecordRef(Kind.ofWireName(kind), id)));
    }
}
