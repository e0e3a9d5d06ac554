package org.countyledger.embedded.gateway;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Holds back or loses answers to the question what became of a transaction, where a test says so. */
public final class StatusGate {
    private final Set<String> lost = new HashSet<>();
    private final List<CompletableFuture<Boolean>> held = new ArrayList<>();
    private int loseNext;
    private boolean isHolding;

    /** This transaction's status is never answered. */
    public synchronized void lose(String transactionId) {
        lost.add(transactionId);
    }

    /** The next answers are lost. */
    public synchronized void loseNext(int answers) {
        loseNext = answers;
    }

    /** No status is answered until {@link #release}. */
    public synchronized void hold() {
        isHolding = true;
    }

    public synchronized void release() {
        isHolding = false;
        held.forEach(one -> one.complete(true));
        held.clear();
    }

    /** Forgets all faults; what is lost stays so. */
    public synchronized void clear() {
        lost.clear();
        loseNext = 0;
        release();
    }

    /** Completes when the answer may go. */
    synchronized CompletableFuture<Boolean> pass(String transactionId) {
        CompletableFuture<Boolean> pass = new CompletableFuture<>();
        if (lost.contains(transactionId)) {
            return pass;
        }
        if (loseNext > 0) {
            loseNext--;
            return pass;
        }
        if (isHolding) {
            held.add(pass);
        } else {
            pass.complete(true);
        }
        return pass;
    }
}
