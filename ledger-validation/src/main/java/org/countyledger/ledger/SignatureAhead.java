package org.countyledger.ledger;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countyledger.ledger.validation.BlockValidator;
import org.countyledger.ledger.validation.PreparedTransaction;
import org.hyperledger.fabric.protos.common.Block;

/** Blocks that wait for their replay while other threads check the signatures of their transactions. */
final class SignatureAhead implements AutoCloseable {
    /** A block with its transactions; none prepared where the block came before any configuration or threads are off. */
    record Ready(Block block, Optional<List<PreparedTransaction>> transactions) {}

    private record Waiting(Block block, Optional<List<Future<PreparedTransaction>>> transactions) {}

    private final Optional<ExecutorService> workers;
    private final int capacity;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean ended;

    SignatureAhead(int threads, int capacity) {
        this.workers = threads > 1 ? Optional.of(Executors.newFixedThreadPool(threads)) : Optional.empty();
        this.capacity = capacity;
    }

    boolean isFull() {
        return waiting.size() >= capacity
                || (waiting.size() == 1 && waiting.getFirst().transactions().isEmpty());
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
        boolean ahead = workers.isPresent() && validator.isPresent();
        waiting.add(new Waiting(
                block, ahead ? Optional.of(submit(block, workers.get(), validator.get())) : Optional.empty()));
    }

    private static List<Future<PreparedTransaction>> submit(
            Block block, ExecutorService workers, BlockValidator validator) {
        List<Future<PreparedTransaction>> futures = new ArrayList<>();
        for (ByteString envelope : block.getData().getDataList()) {
            futures.add(workers.submit(() -> validator.prepare(envelope)));
        }
        return futures;
    }

    Ready next() {
        Waiting first = waiting.removeFirst();
        return new Ready(first.block(), first.transactions().map(SignatureAhead::join));
    }

    private static List<PreparedTransaction> join(List<Future<PreparedTransaction>> futures) {
        List<PreparedTransaction> prepared = new ArrayList<>(futures.size());
        try {
            for (Future<PreparedTransaction> future : futures) {
                prepared.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signatures were checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the check of a signature failed unexpectedly", e);
        }
        return prepared;
    }

    @Override
    public void close() {
        workers.ifPresent(ExecutorService::shutdownNow);
    }
}
