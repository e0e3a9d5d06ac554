package org.countyledger.oracle.anchor;

import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.sensing.Ingest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Batches, at most one of each datastream under way. */
@Component
final class BatchStore {
    private final JdbcClient sql;
    private final ReadingStore readings;
    private final TransactionTemplate transaction;

    BatchStore(JdbcClient sql, ReadingStore readings, TransactionTemplate transaction) {
        this.sql = sql;
        this.readings = readings;
        this.transaction = transaction;
    }

    Optional<Prepared> prepared(String datastream) {
        return sql.sql("""
                        select first_window, last_window, readings, missing, exceedances, ingest, backfill, command
                        from batch where datastream = ? and tx_id is null""")
                .param(datastream)
                .query((row, n) -> new Prepared(
                        new Prepared.Span(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                        Ingest.valueOf(row.getString(6)),
                        Optional.ofNullable(row.getString(7)),
                        CanonicalJson.read(row.getString(8), Command.class)))
                .optional();
    }

    /** Stores a batch and closes its windows, within the caller's transaction. */
    void prepare(String datastream, Prepared prepared) {
        Prepared.Span span = prepared.span();
        sql.sql("""
                        insert into batch (datastream, first_window, last_window, readings, missing, exceedances, ingest,
                            backfill, command) values (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?)""")
                .params(
                        datastream,
                        span.first(),
                        span.last(),
                        span.readings(),
                        span.missing(),
                        span.exceedances(),
                        prepared.ingest().name(),
                        prepared.backfill().orElse(""),
                        CanonicalJson.text(prepared.command()))
                .update();
        readings.close(datastream, span.last() + 1);
    }

    /** Remembers that a batch is on the ledger, and adds it to what its file has brought there. */
    void committed(String datastream, Prepared prepared, String txId) {
        Prepared.Span span = prepared.span();
        transaction.executeWithoutResult(status -> {
            sql.sql(
                            "update batch set command = null, tx_id = ?, exceedances = ? where datastream = ? and first_window = ?")
                    .params(txId, span.exceedances(), datastream, span.first())
                    .update();
            prepared.backfill().ifPresent(sha256 -> count(sha256, span));
        });
    }

    private void count(String sha256, Prepared.Span span) {
        sql.sql("""
                        update backfill set transactions = transactions + 1, windows = windows + ?,
                            readings = readings + ?, missing = missing + ?, exceedances = exceedances + ?
                        where sha256 = ?""")
                .params(span.windows(), span.readings(), span.missing(), span.exceedances(), sha256)
                .update();
    }

    /** Takes a batch back that the contract refused for good; its readings stay and its windows are open again. */
    void discard(String datastream, Prepared prepared) {
        transaction.executeWithoutResult(status -> {
            sql.sql("delete from batch where datastream = ? and first_window = ? and tx_id is null")
                    .params(datastream, prepared.span().first())
                    .update();
            readings.close(datastream, prepared.span().first());
        });
    }
}
