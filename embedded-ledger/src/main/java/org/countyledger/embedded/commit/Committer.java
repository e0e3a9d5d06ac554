package org.countyledger.embedded.commit;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.countyledger.embedded.ordering.Orderer;
import org.countyledger.embedded.privatedata.CollectionConfigs;
import org.countyledger.embedded.privatedata.CollectionView;
import org.countyledger.embedded.state.BlockOutcome;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.validation.BlockDecision;
import org.countyledger.ledger.validation.BlockValidator;
import org.countyledger.ledger.validation.CommitHash;
import org.countyledger.ledger.validation.PreparedTransaction;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;

/**
 * One thread that validates ordered blocks and makes them durable: append and force (the commit point), then the index,
 * then height, waiters and streams. Signatures of the next blocks are checked by workers meanwhile.
 */
public final class Committer implements Orderer.BlockSink, AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Committer.class.getName());
    private static final int BLOCKS_AHEAD = 3;
    private static final int IDLE_MILLIS = 2_000;
    private static final int CLOSE_SECONDS = 2;
    private static final int TASK_SECONDS = 60;

    private sealed interface Work {}

    private record Ordered(Block block, List<Future<PreparedTransaction>> prepared) implements Work {}

    private record Task(Runnable action, CompletableFuture<Boolean> done) implements Work {}

    private final LedgerFiles files;
    private final List<Follower> followers;
    private final CollectionConfigs collections;
    private final CommitFaults faults;
    private final ExecutorService workers;
    private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private final Thread thread = Thread.ofPlatform().daemon().name("commit").unstarted(this::run);
    private volatile BlockValidator validator;
    private volatile boolean stopped;

    public Committer(LedgerFiles files, BlockValidator validator, List<Follower> followers, CommitFaults faults) {
        this.files = files;
        this.validator = validator;
        this.collections = new CollectionConfigs(validator.config());
        this.followers = List.copyOf(followers);
        this.faults = faults;
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.workers = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("signatures-", 0).factory());
        tell(new Follower.Told(files.store().height(), Map.of()));
    }

    public void start() {
        thread.start();
    }

    @Override
    public boolean accept(Block block) throws InterruptedException {
        if (stopped) {
            return false;
        }
        BlockValidator current = validator;
        List<Callable<PreparedTransaction>> tasks = new ArrayList<>();
        for (ByteString envelope : block.getData().getDataList()) {
            tasks.add(() -> current.prepare(envelope));
        }
        List<Future<PreparedTransaction>> prepared = new ArrayList<>();
        for (Callable<PreparedTransaction> task : tasks) {
            prepared.add(workers.submit(task));
        }
        queue.put(new Ordered(block, prepared));
        return !stopped;
    }

    private void run() {
        boolean changed = false;
        try {
            while (!stopped) {
                @Nullable Work next = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (stopped) {
                    return;
                }
                if (next instanceof Ordered ordered) {
                    commit(ordered.block(), await(ordered.prepared()));
                    changed = true;
                } else if (next instanceof Task task) {
                    task.action().run();
                    task.done().complete(true);
                } else if (changed) {
                    files.compact();
                    changed = false;
                }
            }
        } catch (InterruptedException e) {
            stopped = true;
        } catch (RuntimeException | Error | ExecutionException e) {
            LOGGER.log(System.Logger.Level.ERROR, "No further block can be committed", e);
            fail(e);
        }
    }

    /** Ends all that waits for a commit; the orderer finds the queue empty and learns that nothing is taken any more. */
    private void fail(Throwable cause) {
        stopped = true;
        queue.clear();
        followers.forEach(follower -> follower.end(cause));
    }

    /** Runs something between two blocks; returns when it is done. From a step of a commit it runs at once. */
    public void between(Runnable action) {
        if (Thread.currentThread().equals(thread)) {
            action.run();
            return;
        }
        if (stopped) {
            throw new IllegalStateException("The ledger is closed, or cannot commit any more");
        }
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        try {
            queue.put(new Task(action, done));
            done.get(TASK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between two blocks", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Nothing can be done between two blocks any more", e);
        }
    }

    private static List<PreparedTransaction> await(List<Future<PreparedTransaction>> futures)
            throws InterruptedException, ExecutionException {
        List<PreparedTransaction> prepared = new ArrayList<>(futures.size());
        for (Future<PreparedTransaction> future : futures) {
            prepared.add(future.get());
        }
        return prepared;
    }

    /** Commits block 0, which nobody orders. */
    public void commitGenesis(Block block) {
        commit(block, List.of());
    }

    private void commit(Block block, List<PreparedTransaction> prepared) {
        long number = block.getHeader().getNumber();
        try (StateSnapshot before = files.store().snapshot()) {
            BlockDecision decision = validator.validate(block, faults.forced(prepared), before, this::isCommitted);
            Optional<ByteString> hash = number == 0
                    ? Optional.empty()
                    : Optional.of(CommitHash.next(
                            files.store().commitHash(), decision.transactionsFilter(), decision.updates()));
            List<TransactionParts> transactions = number == 0
                    ? List.of(TransactionParts.of(block.getData().getData(0)))
                    : prepared.stream().map(PreparedTransaction::parts).toList();
            BlockOutcome outcome = new BlockOutcome(
                    BlockMetadataParts.record(block, decision.transactionsFilter(), hash),
                    transactions,
                    decision.updates(),
                    hash.orElse(ByteString.EMPTY));
            files.commit(outcome, new CollectionView(before, collections), faults::passed);
            decision.newConfig().filter(config -> number > 0).ifPresent(config -> validator = validator.under(config));
            tell(new Follower.Told(number + 1, results(transactions, decision, number)));
        }
    }

    private boolean isCommitted(String transactionId) {
        return files.store().index().transaction(transactionId).isPresent();
    }

    private void tell(Follower.Told told) {
        Follower.tellAll(followers, told);
    }

    /** A transaction id keeps the status of its first occurrence, so a repetition tells nobody anything new. */
    private Map<String, CommitResult> results(
            List<TransactionParts> transactions, BlockDecision decision, long number) {
        Map<String, CommitResult> results = new LinkedHashMap<>();
        for (int i = 0; i < transactions.size(); i++) {
            String transactionId = transactions.get(i).transactionId();
            boolean isFirst = files.store()
                    .index()
                    .transaction(transactionId)
                    .filter(place -> place.block() == number)
                    .isPresent();
            if (isFirst) {
                results.putIfAbsent(
                        transactionId, new CommitResult(decision.codes().get(i), number));
            }
        }
        return results;
    }

    @Override
    public void close() {
        stopped = true;
        queue.clear();
        queue.offer(new Task(() -> {}, new CompletableFuture<>()));
        workers.shutdown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
