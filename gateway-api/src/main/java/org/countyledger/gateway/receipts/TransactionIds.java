package org.countyledger.gateway.receipts;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;

/** Transaction ids as anybody may send them: unknown, hidden and malformed ones must not be told apart. */
final class TransactionIds {
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9a-f]{64}");
    private static final String NOBODYS = "0".repeat(64);

    private TransactionIds() {}

    /**
     * What an id leads to. Where that is nothing, it was looked up all the same, and the answer goes out at the next of
     * fixed moments. Blocks, so it is for virtual threads.
     *
     * @throws ProblemException not-found-or-hidden
     */
    static <T> T follow(String txId, Function<String, Optional<T>> find) {
        Pace pace = Pace.start();
        boolean wellFormed = WELL_FORMED.matcher(txId).matches();
        Optional<T> found = find.apply(wellFormed ? txId : NOBODYS).filter(unused -> wellFormed);
        if (found.isEmpty()) {
            pace.awaitNextStep();
            throw new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN);
        }
        return found.get();
    }
}
