package org.countyledger.client.operation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countyledger.domain.record.Idempotency;

/** Reads an operation with all its attempts from one row. */
final class OperationRow {
    static final String SELECT = """
            select o.*, a.* from ledger_operation o cross join lateral (
                select array_agg(tx_id order by n) as tx_ids, array_agg(state order by n) as tx_states,
                    array_agg(code order by n) as tx_codes, array_agg(block order by n) as tx_blocks
                from ledger_attempt where operation_id = o.id) a
            where\s""";

    private OperationRow() {}

    static Operation read(ResultSet row) throws SQLException {
        List<Attempt> attempts = attempts(row);
        return new Operation(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("msp_id"),
                submission(row),
                OperationState.valueOf(row.getString("state")),
                attempts,
                Optional.ofNullable(row.getString("answer")),
                FailureRow.read(row, attempts.getLast()),
                Optional.ofNullable(row.getString("receipt_tx_id")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Submission submission(ResultSet row) throws SQLException {
        String tag = row.getString("tag");
        return new Submission(
                row.getString("subject"),
                row.getString("function"),
                List.of(array(row, "arguments", String[].class)),
                new Submission.Target(row.getString("kind"), row.getString("record_id")),
                tag == null ? Optional.empty() : Optional.of(new Idempotency(tag, row.getString("mac"))),
                row.getBoolean("creates"));
    }

    private static List<Attempt> attempts(ResultSet row) throws SQLException {
        String[] txIds = array(row, "tx_ids", String[].class);
        String[] states = array(row, "tx_states", String[].class);
        Integer[] codes = array(row, "tx_codes", Integer[].class);
        Long[] blocks = array(row, "tx_blocks", Long[].class);
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < txIds.length; i++) {
            Long block = blocks[i];
            Optional<Committed> committed =
                    block == null ? Optional.empty() : Optional.of(new Committed(codes[i], block));
            attempts.add(new Attempt(txIds[i], Attempt.State.valueOf(states[i]), committed));
        }
        return attempts;
    }

    private static <T> T array(ResultSet row, String column, Class<T> type) throws SQLException {
        Array array = row.getArray(column);
        return type.cast(array.getArray());
    }
}
