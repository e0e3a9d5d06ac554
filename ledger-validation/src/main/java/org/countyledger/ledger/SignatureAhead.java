package org.countyledger.ledger;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.countyledger.ledger.block.BlockSignatures;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.validation.BlockValidator;
import org.countyledger.ledger.validation.PreparedTransaction;
import org.hyperledger.fabric.protos.common.Block;

/** Blocks that wait for their replay while other threads check their signatures; without threads, the caller does. */
final class SignatureAhead implements AutoCloseable {
    /**
     * What was checked of a block.
     *
     * @param config the configuration it was checked under; a block after a new configuration must be checked anew
     * @param ordererProblem why the orderers' signatures do not hold
     */
    record Checked(ChannelConfig config, List<PreparedTransaction> transactions, Optional<String> ordererProblem) {}

    /** A block; nothing is checked of one that came before any configuration was known. */
    record Ready(Block block, Optional<Checked> checked) {}

    private record Waiting(Block block, Optional<Work> work) {}

    private record Work(
            ChannelConfig config,
            List<Future<PreparedTransaction>> transactions,
            Future<Optional<String>> ordererProblem) {}

    private final Optional<ExecutorService> workers;
    private final int capacity;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean ended;

    SignatureAhead(int threads, int capacity) {
        this.workers = threads > 1 ? Optional.of(Executors.newFixedThreadPool(threads)) : Optional.empty();
        this.capacity = workers.isPresent() ? capacity : 1;
    }

    /** The first block alone is enough: nothing can be checked before its configuration is read. */
    boolean isFull() {
        return waiting.size() >= capacity
                || (waiting.size() == 1 && waiting.getFirst().work().isEmpty());
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int size() {
        return waiting.size();
    }

    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    void add(Block block, Optional<BlockValidator> validator) {
        waiting.add(new Waiting(block, validator.map(present -> work(block, present))));
    }

    private Work work(Block block, BlockValidator validator) {
        List<Future<PreparedTransaction>> transactions = new ArrayList<>();
        for (ByteString envelope : block.getData().getDataList()) {
            transactions.add(submit(() -> validator.prepare(envelope)));
        }
        return new Work(
                validator.config(), transactions, submit(() -> BlockSignatures.problem(block, validator.config())));
    }

    private <T> Future<T> submit(Callable<T> check) {
        if (workers.isPresent()) {
            return workers.get().submit(check);
        }
        FutureTask<T> task = new FutureTask<>(check);
        task.run();
        return task;
    }

    Ready next() {
        Waiting first = waiting.removeFirst();
        return new Ready(first.block(), first.work().map(SignatureAhead::join));
    }

    private static Checked join(Work work) {
        List<PreparedTransaction> prepared = new ArrayList<>(work.transactions().size());
        try {
            for (Future<PreparedTransaction> future : work.transactions()) {
                prepared.add(future.get());
            }
            return new Checked(work.config(), prepared, work.ordererProblem().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signatures were checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the check of a signature failed unexpectedly", e);
        }
    }

    @Override
    public void close() {
        workers.ifPresent(ExecutorService::shutdownNow);
    }
}
