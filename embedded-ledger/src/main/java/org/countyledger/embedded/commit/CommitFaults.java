package org.countyledger.embedded.commit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.ledger.validation.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Where a test may interfere with commits. */
public final class CommitFaults {
    private final Map<String, TxValidationCode> codes = new ConcurrentHashMap<>();
    private final Map<CommitStep, Runnable> actions = new EnumMap<>(CommitStep.class);

    /** A transaction will be found so, whatever it deserves. */
    public void force(String transactionId, TxValidationCode code) {
        if (code == TxValidationCode.VALID) {
            throw new IllegalArgumentException("A transaction cannot be forced to be VALID");
        }
        codes.put(transactionId, code);
    }

    /** Runs an action on the committing thread whenever a block has passed a step. */
    public synchronized void at(CommitStep step, Runnable action) {
        actions.put(step, action);
    }

    public synchronized void clear() {
        codes.clear();
        actions.clear();
    }

    void passed(CommitStep step) {
        Optional<Runnable> action;
        synchronized (this) {
            action = Optional.ofNullable(actions.get(step));
        }
        action.ifPresent(Runnable::run);
    }

    List<PreparedTransaction> forced(List<PreparedTransaction> prepared) {
        return codes.isEmpty() ? prepared : prepared.stream().map(this::forced).toList();
    }

    private PreparedTransaction forced(PreparedTransaction prepared) {
        TxValidationCode code = codes.get(prepared.parts().transactionId());
        return code == null ? prepared : new PreparedTransaction(prepared.parts(), code, List.of(), prepared.config());
    }
}
