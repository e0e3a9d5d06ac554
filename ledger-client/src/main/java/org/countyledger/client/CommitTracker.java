package org.countyledger.client;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.client.operation.Committed;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Who waits for which transaction. One block stream answers all of them. */
final class CommitTracker {
    private final Map<String, CompletableFuture<Committed>> waiting = new ConcurrentHashMap<>();

    /** Must be called before the transaction is sent, or its block may pass unseen. */
    CompletableFuture<Committed> register(String txId) {
        return waiting.computeIfAbsent(txId, id -> new CompletableFuture<>());
    }

    void forget(String txId) {
        waiting.remove(txId);
    }

    /**
     * A block, or a peer that was asked, has the transaction. A resent envelope may be ordered again (Raft): that
     * occurrence is marked DUPLICATE_TXID and says nothing about the first.
     */
    void committed(String txId, Committed verdict) {
        if (verdict.code() == TxValidationCode.DUPLICATE_TXID_VALUE) {
            return;
        }
        CompletableFuture<Committed> waiter = waiting.remove(txId);
        if (waiter != null) {
            waiter.complete(verdict);
        }
    }
}
