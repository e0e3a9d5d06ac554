package org.countyledger.gateway.problem;

import java.util.Arrays;
import java.util.Optional;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.gateway.language.Text;

/** Says what the ledger answered where there is no operation to hold it. */
public final class LedgerProblems {
    private LedgerProblems() {}

    /** Something asked of the ledger. */
    public interface Call<T> {
        T ask();
    }

    public static <T> T in(Call<T> call) {
        try {
            return call.ask();
        } catch (LedgerException e) {
            throw new ProblemException(finding(e.failure()));
        }
    }

    public static Finding finding(LedgerFailure failure) {
        return switch (failure) {
            case LedgerFailure.Refused refused -> refused(refused);
            case LedgerFailure.CommitInvalid invalid ->
                Finding.of(ProblemCode.MVCC_CONFLICT).about(invalid.txId());
            case LedgerFailure.SubmitUnknown unknown ->
                Finding.of(ProblemCode.LEDGER_UNAVAILABLE).about(unknown.txId());
            case LedgerFailure.EndorseFailed endorse ->
                Finding.of(ProblemCode.ENDORSEMENT_FAILED).about(endorse.txId());
            case LedgerFailure.EvaluateFailed evaluate ->
                Finding.of(ProblemCode.NOT_FOUND_OR_HIDDEN).about(evaluate.txId());
            case LedgerFailure.Deadline deadline ->
                Finding.of(ProblemCode.LEDGER_UNAVAILABLE).about(deadline.txId());
            case LedgerFailure.Unavailable unavailable ->
                Finding.of(ProblemCode.LEDGER_UNAVAILABLE).about(unavailable.txId());
        };
    }

    private static Finding refused(LedgerFailure.Refused refused) {
        Optional<RefusalCode> code = Arrays.stream(RefusalCode.values())
                .filter(known -> known.name().equals(refused.code()))
                .findFirst();
        return code.map(known -> Finding.of(RefusalProblems.of(known), Text.of(known))
                        .with(new Finding.Origin(known, refused.rule(), Optional.empty())))
                .orElseGet(() -> Finding.of(ProblemCode.ENDORSEMENT_FAILED, Text.same(refused.sentence())));
    }
}
