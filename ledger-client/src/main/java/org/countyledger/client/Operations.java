package org.countyledger.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.countyledger.client.Drafts.Draft;
import org.countyledger.client.Drafts.Sealed;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationStore;

/**
 * The operations that this process carries out, each on a virtual thread of its own, so that a caller that goes away
 * ends nothing. A sweep takes up what no thread carries: after a restart, and what stayed UNKNOWN.
 */
final class Operations implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Operations.class.getName());

    private final LedgerSettings settings;
    private final ClientIdentities identities;
    private final OperationStore store;
    private final OperationRun run;
    private final Map<UUID, CompletableFuture<Operation>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("operation-", 0).factory());

    Operations(LedgerSettings settings, ClientIdentities identities, OperationStore store, OperationRun run) {
        this.settings = settings;
        this.identities = identities;
        this.store = store;
        this.run = run;
    }

    void start() {
        threads.execute(this::sweepForEver);
    }

    /** Stores and begins an operation, or answers false if another open operation has the same idempotency tag and mac */
    boolean begin(Operation operation, ClientIdentity identity, Draft draft) {
        return begin(operation, () -> run.run(operation, identity, draft));
    }

    /** The same for what was endorsed, and signed, elsewhere. */
    boolean begin(Operation operation, ClientIdentity identity, Sealed sealed) {
        return begin(operation, () -> run.run(operation, identity, sealed));
    }

    private boolean begin(Operation operation, Supplier<Operation> work) {
        CompletableFuture<Operation> end = new CompletableFuture<>();
        running.put(operation.id(), end);
        boolean stored = false;
        try {
            stored = store.open(operation);
        } finally {
            if (!stored) {
                running.remove(operation.id());
            }
        }
        if (stored) {
            carryOut(operation, end, work);
        }
        return stored;
    }

    private CompletableFuture<Operation> resume(Operation operation) {
        CompletableFuture<Operation> end = new CompletableFuture<>();
        CompletableFuture<Operation> earlier = running.putIfAbsent(operation.id(), end);
        if (earlier != null) {
            return earlier;
        }
        carryOut(operation, end, () -> {
            Operation now = store.find(operation.id()).orElse(operation);
            return now.state().isOpen()
                    ? run.resume(now, identities.get(now.submission().subject()))
                    : now;
        });
        return end;
    }

    private void carryOut(Operation operation, CompletableFuture<Operation> end, Supplier<Operation> work) {
        threads.execute(() -> {
            try {
                end.complete(work.get());
            } catch (Stopped e) {
                end.completeExceptionally(e);
            } catch (RuntimeException e) {
                LOG.log(
                        threads.isShutdown() ? Level.DEBUG : Level.ERROR,
                        "operation " + operation.id() + " was left as it is stored; it will be taken up again",
                        e);
                end.completeExceptionally(e);
            } finally {
                running.remove(operation.id());
            }
        });
    }

    Operation resumeAndJoin(Operation operation) {
        return operation.state().isOpen() ? join(operation, resume(operation)) : operation;
    }

    /** Waits without a limit of its own: every step of the run has one. */
    Operation join(Operation operation) {
        CompletableFuture<Operation> end = running.get(operation.id());
        return end == null ? stored(operation) : join(operation, end);
    }

    private Operation join(Operation operation, CompletableFuture<Operation> end) {
        try {
            return end.get();
        } catch (ExecutionException e) {
            return stored(operation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stored(operation);
        }
    }

    Optional<Operation> await(UUID id, Duration limit) {
        CompletableFuture<Operation> end = running.get(id);
        if (end == null) {
            return store.find(id);
        }
        try {
            return Optional.of(end.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return store.find(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return store.find(id);
        }
    }

    private Operation stored(Operation operation) {
        return store.find(operation.id()).orElse(operation);
    }

    private void sweepForEver() {
        try {
            while (!threads.isShutdown()) {
                sweep();
                Waits.sleep(settings.retries().sweep());
            }
        } catch (Stopped e) {
            LOG.log(Level.DEBUG, "sweep stopped");
        }
    }

    private void sweep() {
        try {
            for (Operation operation : store.findOpen(settings.owner())) {
                if (identities.find(operation.submission().subject()).isPresent()) {
                    CompletableFuture<Operation> unused = resume(operation);
                } else {
                    LOG.log(Level.WARNING, "operation {0} needs an identity that is not here", operation.id());
                }
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "open operations could not be read; they will be looked at again", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            boolean unused = threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
