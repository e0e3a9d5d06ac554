package org.countyledger.client.operation;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.countyledger.domain.record.Idempotency;
import org.jspecify.annotations.Nullable;

/**
 * Operations in PostgreSQL; the tables are made by {@code db/migration/ledger}. Each change is one statement, and the
 * state it starts from stands in its condition, so two processes cannot both take the same step.
 */
public final class PostgresOperationStore implements OperationStore {
    private static final String OPEN = """
            with opened as (
                insert into ledger_operation (id, owner, msp_id, subject, function, arguments, kind, record_id, creates,
                    tag, mac, state, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?)
                on conflict do nothing
                returning id)
            insert into ledger_attempt (tx_id, operation_id, n, state) select ?, id, 0, 'STARTED' from opened
            """;
    private static final String SEAL =
            "update ledger_attempt set state = 'SEALED', envelope = ? where tx_id = ? and state = 'STARTED'";
    private static final String RETRY = """
            with ended as (
                update ledger_attempt set state = ?, code = ?, block = ?, envelope = null
                where operation_id = ? and tx_id = ? and state = ?
                returning operation_id, n),
            reopened as (
                update ledger_operation set state = 'PENDING', failure_stage = null, failure_code = null,
                    failure_rule = null, failure_text = null
                where id in (select operation_id from ended))
            insert into ledger_attempt (tx_id, operation_id, n, state)
            select ?, operation_id, n + 1, 'STARTED' from ended
            """;
    /**
     * The outcome need not reach the disk before we go on: should the database lose it, the operation is open again and
     * the ledger gives the same outcome. So there is one flush less for each operation.
     */
    private static final String SETTLE = """
            with settled as (
                update ledger_operation set state = ?, answer = ?, failure_stage = ?, failure_code = ?,
                    failure_rule = ?, failure_text = ?, receipt_tx_id = ?
                from (select set_config('synchronous_commit', 'off', true)) as unhurried
                where id = ? and state in ('PENDING', 'UNKNOWN') and exists (
                    select from ledger_attempt where operation_id = id and tx_id = ? and state in ('STARTED', 'SEALED'))
                returning id)
            update ledger_attempt set state = ?, code = ?, block = ?,
                envelope = case when ? then envelope end
            from settled where tx_id = ? and operation_id = settled.id
            """;

    private static final String IS_OPEN = "state in ('PENDING', 'UNKNOWN')";

    private final Sql sql;

    public PostgresOperationStore(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public boolean open(Operation operation) {
        Submission submission = operation.submission();
        Optional<Idempotency> key = submission.idempotency();
        return 1
                == sql.change(
                        "Storing operation " + operation.id(),
                        OPEN,
                        operation.id(),
                        operation.owner(),
                        operation.mspId(),
                        submission.subject(),
                        submission.function(),
                        submission.arguments().toArray(String[]::new),
                        submission.target().kind(),
                        submission.target().id(),
                        submission.creates(),
                        key.map(Idempotency::tag).orElse(null),
                        key.map(Idempotency::mac).orElse(null),
                        operation.createdAt().atOffset(ZoneOffset.UTC),
                        operation.lastAttempt().txId());
    }

    @Override
    public boolean seal(String txId, byte[] envelope) {
        return 1 == sql.change("Storing the envelope of " + txId, SEAL, envelope, txId);
    }

    @Override
    public boolean retry(UUID id, Attempt ended, Attempt next) {
        return 1
                == sql.change(
                        "Storing a new attempt of operation " + id,
                        RETRY,
                        ended.state().name(),
                        code(ended),
                        block(ended),
                        id,
                        ended.txId(),
                        Attempt.State.before(ended.state()).name(),
                        next.txId());
    }

    @Override
    public boolean settle(UUID id, Settlement end) {
        FailureRow failure = FailureRow.of(end.failure());
        return 1
                == sql.change(
                        "Storing the outcome of operation " + id,
                        SETTLE,
                        end.state().name(),
                        end.answer().orElse(null),
                        failure.stage(),
                        failure.code(),
                        failure.rule(),
                        failure.text(),
                        end.receiptTxId().orElse(null),
                        id,
                        end.attempt().txId(),
                        end.attempt().state().name(),
                        code(end.attempt()),
                        block(end.attempt()),
                        end.state().isOpen(),
                        end.attempt().txId());
    }

    @Override
    public Optional<byte[]> envelope(String txId) {
        return sql
                .read(
                        "Reading the envelope of " + txId,
                        "select envelope from ledger_attempt where tx_id = ? and state = 'SEALED'",
                        row -> row.getBytes(1),
                        txId)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Operation> find(UUID id) {
        return operations("id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Operation> findByTransaction(String txId) {
        return operations("id = (select operation_id from ledger_attempt where tx_id = ?)", txId).stream()
                .findFirst();
    }

    @Override
    public Optional<Operation> findOpen(String mspId, Idempotency key) {
        return operations("msp_id = ? and tag = ? and mac = ? and " + IS_OPEN, mspId, key.tag(), key.mac()).stream()
                .findFirst();
    }

    @Override
    public List<Operation> findOpen(String owner) {
        return operations("owner = ? and " + IS_OPEN + " order by created_at, id", owner);
    }

    private List<Operation> operations(String condition, Object... values) {
        return sql.read("Reading operations", OperationRow.SELECT + condition, OperationRow::read, values);
    }

    private static @Nullable Integer code(Attempt attempt) {
        return attempt.committed().map(Committed::code).orElse(null);
    }

    private static @Nullable Long block(Attempt attempt) {
        return attempt.committed().map(Committed::block).orElse(null);
    }
}
