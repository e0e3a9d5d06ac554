package org.countyledger.oracle.backfill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files, until their windows are on the ledger, and what became of them. */
@Component
final class BackfillStore {
    private final JdbcClient sql;

    BackfillStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param isStarted whether its rows were compared with what is on the ledger already */
    record Running(String sha256, boolean isStarted) {}

    Optional<Progress> find(String sha256) {
        return sql.sql("""
                        select state, datastream, readings, missing, refused, windows, transactions, exceedances, problem
                        from backfill where sha256 = ?""").param(sha256).query((row, n) -> progress(row)).optional();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                Progress.State.valueOf(row.getString("state")),
                row.getString("datastream"),
                row.getLong("readings"),
                row.getLong("missing"),
                counts(row.getString("refused")),
                row.getLong("windows"),
                row.getLong("transactions"),
                row.getLong("exceedances"),
                Optional.ofNullable(row.getString("problem")));
    }

    private static SortedMap<String, Long> counts(String json) {
        Clear clear = CanonicalJson.read(json, Clear.class);
        SortedMap<String, Long> counts = new TreeMap<>();
        clear.names().forEach(name -> counts.put(name, clear.integer(name).orElse(0L)));
        return counts;
    }

    /**
     * A file as it came.
     *
     * @param receivedAt what was in the future then is not taken later either: the file is read again after a restart
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Stored(byte[] content, Instant receivedAt) {}

    /** Stores a file; one that failed is tried again. */
    void put(String sha256, String datastream, Stored file, Map<String, Long> refused) {
        sql.sql("""
                        insert into backfill as b (sha256, datastream, state, content, received_at, refused)
                        values (?, ?, 'RUNNING', ?, ?, ?)
                        on conflict (sha256) do update
                        set state = 'RUNNING', content = excluded.content, received_at = excluded.received_at, problem = null
                        where b.state = 'FAILED'""")
                .params(
                        sha256,
                        datastream,
                        file.content(),
                        OffsetDateTime.ofInstant(file.receivedAt(), ZoneOffset.UTC),
                        CanonicalJson.text(refused))
                .update();
    }

    /** The oldest file of a datastream that has not ended. */
    Optional<Running> running(String datastream) {
        return sql.sql("""
                        select sha256, started from backfill where datastream = ? and state = 'RUNNING'
                        order by sequence limit 1""")
                .param(datastream)
                .query((row, n) -> new Running(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    Stored stored(String sha256) {
        return sql.sql("select content, received_at from backfill where sha256 = ?")
                .param(sha256)
                .query((row, n) -> new Stored(
                        row.getBytes(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .single();
    }

    void start(String sha256, Map<String, Long> refused) {
        sql.sql("update backfill set started = true, refused = ? where sha256 = ?")
                .params(CanonicalJson.text(refused), sha256)
                .update();
    }

    void complete(String sha256) {
        sql.sql("update backfill set state = 'COMPLETE', content = null where sha256 = ?")
                .param(sha256)
                .update();
    }

    void fail(String sha256, String problem) {
        sql.sql("update backfill set state = 'FAILED', content = null, problem = ? where sha256 = ?")
                .params(problem, sha256)
                .update();
    }
}
