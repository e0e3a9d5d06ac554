package org.countyledger.client.operation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.countyledger.domain.record.Idempotency;

/** Operations in memory, for tests and benchmarks: nothing survives the process. */
public final class InMemoryOperationStore implements OperationStore {
    private final Map<UUID, Operation> operations = new LinkedHashMap<>();
    private final Map<String, UUID> byTransaction = new HashMap<>();
    private final Map<String, byte[]> envelopes = new HashMap<>();

    @Override
    public synchronized boolean open(Operation operation) {
        Optional<Idempotency> key = operation.submission().idempotency();
        if (key.isPresent() && findOpen(operation.mspId(), key.get()).isPresent()) {
            return false;
        }
        operations.put(operation.id(), operation);
        byTransaction.put(operation.lastAttempt().txId(), operation.id());
        return true;
    }

    @Override
    public synchronized boolean seal(String txId, byte[] envelope) {
        Optional<Operation> operation =
                findByTransaction(txId).filter(found -> isLast(found, txId, Attempt.State.STARTED));
        operation.ifPresent(found -> {
            operations.put(found.id(), found.sealed());
            envelopes.put(txId, envelope.clone());
        });
        return operation.isPresent();
    }

    @Override
    public synchronized boolean retry(UUID id, Attempt ended, Attempt next) {
        Optional<Operation> operation =
                find(id).filter(found -> isLast(found, ended.txId(), Attempt.State.before(ended.state())));
        operation.ifPresent(found -> {
            operations.put(id, found.retried(ended, next));
            byTransaction.put(next.txId(), id);
            envelopes.remove(ended.txId());
        });
        return operation.isPresent();
    }

    @Override
    public synchronized boolean settle(UUID id, Settlement settlement) {
        Optional<Operation> operation =
                find(id).filter(found -> isCurrent(found, settlement.attempt().txId()));
        operation.ifPresent(found -> {
            operations.put(id, found.settled(settlement));
            if (!settlement.state().isOpen()) {
                envelopes.remove(settlement.attempt().txId());
            }
        });
        return operation.isPresent();
    }

    @Override
    public synchronized Optional<byte[]> envelope(String txId) {
        return Optional.ofNullable(envelopes.get(txId)).map(byte[]::clone);
    }

    @Override
    public synchronized Optional<Operation> find(UUID id) {
        return Optional.ofNullable(operations.get(id));
    }

    @Override
    public synchronized Optional<Operation> findByTransaction(String txId) {
        return Optional.ofNullable(byTransaction.get(txId)).flatMap(this::find);
    }

    @Override
    public synchronized Optional<Operation> findOpen(String mspId, Idempotency idempotency) {
        return open(operation -> operation.mspId().equals(mspId)
                        && operation.submission().idempotency().equals(Optional.of(idempotency)))
                .stream()
                .findFirst();
    }

    @Override
    public synchronized List<Operation> findOpen(String owner) {
        return open(operation -> operation.owner().equals(owner));
    }

    private List<Operation> open(Predicate<Operation> wanted) {
        return operations.values().stream()
                .filter(operation -> operation.state().isOpen())
                .filter(wanted)
                .sorted(Comparator.comparing(Operation::createdAt))
                .toList();
    }

    private static boolean isLast(Operation operation, String txId, Attempt.State state) {
        return isCurrent(operation, txId) && operation.lastAttempt().state() == state;
    }

    private static boolean isCurrent(Operation operation, String txId) {
        return operation.state().isOpen() && operation.lastAttempt().txId().equals(txId);
    }
}
