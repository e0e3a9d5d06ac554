package org.countyledger.client.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure as four columns. Its transaction is the last attempt's. */
record FailureRow(
        @Nullable String stage,
        @Nullable String code,
        @Nullable String rule,
        @Nullable String text) {
    private static final FailureRow NONE = new FailureRow(null, null, null, null);

    private enum Kind {
        EVALUATE_FAILED,
        ENDORSE_FAILED,
        REFUSED,
        COMMIT_INVALID,
        SUBMIT_UNKNOWN,
        DEADLINE,
        UNAVAILABLE
    }

    static FailureRow of(Optional<LedgerFailure> failure) {
        return failure.map(FailureRow::of).orElse(NONE);
    }

    private static FailureRow of(LedgerFailure failure) {
        return switch (failure) {
            case LedgerFailure.EvaluateFailed f -> row(Kind.EVALUATE_FAILED, null, f.detail());
            case LedgerFailure.EndorseFailed f -> row(Kind.ENDORSE_FAILED, null, f.detail());
            case LedgerFailure.Refused f -> new FailureRow(Kind.REFUSED.name(), f.code(), f.rule(), f.sentence());
            case LedgerFailure.CommitInvalid f -> row(Kind.COMMIT_INVALID, null, null);
            case LedgerFailure.SubmitUnknown f -> row(Kind.SUBMIT_UNKNOWN, null, f.detail());
            case LedgerFailure.Deadline f -> row(Kind.DEADLINE, f.stage().name(), null);
            case LedgerFailure.Unavailable f -> row(Kind.UNAVAILABLE, f.stage().name(), f.detail());
        };
    }

    private static FailureRow row(Kind kind, @Nullable String code, @Nullable String text) {
        return new FailureRow(kind.name(), code, null, text);
    }

    static Optional<LedgerFailure> read(ResultSet row, Attempt last) throws SQLException {
        String stage = row.getString("failure_stage");
        return stage == null
                ? Optional.empty()
                : Optional.of(new FailureRow(
                                stage,
                                row.getString("failure_code"),
                                row.getString("failure_rule"),
                                row.getString("failure_text"))
                        .failure(Kind.valueOf(stage), last));
    }

    private LedgerFailure failure(Kind kind, Attempt last) {
        String txId = last.txId();
        return switch (kind) {
            case EVALUATE_FAILED -> new LedgerFailure.EvaluateFailed(txId, given(text));
            case ENDORSE_FAILED -> new LedgerFailure.EndorseFailed(txId, given(text));
            case REFUSED -> new LedgerFailure.Refused(txId, given(code), given(rule), given(text));
            case COMMIT_INVALID ->
                new LedgerFailure.CommitInvalid(txId, last.committed().orElseThrow());
            case SUBMIT_UNKNOWN -> new LedgerFailure.SubmitUnknown(txId, given(text));
            case DEADLINE -> new LedgerFailure.Deadline(txId, LedgerFailure.Stage.valueOf(given(code)));
            case UNAVAILABLE ->
                new LedgerFailure.Unavailable(txId, LedgerFailure.Stage.valueOf(given(code)), given(text));
        };
    }

    private static String given(@Nullable String column) {
        return Objects.requireNonNull(column, "a failure is stored with all its columns");
    }
}
