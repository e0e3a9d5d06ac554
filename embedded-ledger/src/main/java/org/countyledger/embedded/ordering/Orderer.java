package org.countyledger.embedded.ordering;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.countyledger.ledger.block.BlockHashes;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * One thread that turns queued envelopes into signed blocks. What is queued is in memory only; a block is committed when
 * the committer has made it durable.
 */
public final class Orderer implements AutoCloseable {
    private static final int QUEUE_LENGTH = 20_000;
    private static final long CLOSE_MILLIS = 500;

    /** Takes blocks in order and may make the orderer wait; false if it will take no more. */
    public interface BlockSink {
        boolean accept(Block block) throws InterruptedException;
    }

    private final BlockCutter cutter;
    private final BlockSigner signer;
    private final long timeoutNanos;
    private final BlockSink sink;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
    private final List<Envelope> held = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("order").unstarted(this::run);
    private long nextNumber;
    private ByteString previousHash;
    private volatile boolean stopped;
    private boolean isPaused;
    private boolean isHolding;

    /** One envelope to be put into some block, or a batch that is a block. */
    private record Item(List<Envelope> envelopes, boolean isBlock) {
        static Item of(Envelope envelope) {
            return new Item(List.of(envelope), false);
        }
    }

    public Orderer(BatchSettings settings, List<SigningIdentity> consenters, BlockHeader last, BlockSink sink) {
        this.cutter = new BlockCutter(settings);
        this.signer = new BlockSigner(consenters);
        this.timeoutNanos = settings.timeout().toNanos();
        this.sink = sink;
        this.nextNumber = last.getNumber() + 1;
        this.previousHash = BlockHashes.headerHash(last);
    }

    public void start() {
        thread.start();
    }

    /** Queues an admitted envelope; false if ordering has stopped or its queue is full. */
    public synchronized boolean enqueue(Envelope envelope) {
        if (stopped || isPaused) {
            return false;
        }
        return isHolding ? held.add(envelope) : queue.offer(Item.of(envelope));
    }

    /** Takes no envelopes until {@link #resume}. */
    public synchronized void pause() {
        isPaused = true;
    }

    public synchronized void resume() {
        isPaused = false;
    }

    /** Takes envelopes and makes no blocks of them until {@link #cutHeld} or {@link #release}. */
    public synchronized void hold() {
        isHolding = true;
    }

    /** Makes one block of all envelopes that are held, in the order they came, and goes on holding. */
    public synchronized void cutHeld() {
        if (!held.isEmpty() && !queue.offer(new Item(List.copyOf(held), true))) {
            throw new IllegalStateException("The queue of the orderer is full");
        }
        held.clear();
    }

    public synchronized int held() {
        return held.size();
    }

    /** Orders what is held, and what comes, as usual. */
    public synchronized void release() {
        isHolding = false;
        held.forEach(envelope -> queue.offer(Item.of(envelope)));
        held.clear();
    }

    private void run() {
        try {
            while (!stopped) {
                orderNextBatch();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /** Waits for a first envelope without limit, then for more until a batch is full or the timer ends. */
    private void orderNextBatch() throws InterruptedException {
        Item next = queue.take();
        long deadline = System.nanoTime() + timeoutNanos;
        while (next != null && !next.isBlock()) {
            List<List<Envelope>> batches = cutter.order(next.envelopes().getFirst());
            for (List<Envelope> batch : batches) {
                emit(batch);
            }
            if (!cutter.hasPending()) {
                return;
            }
            if (!batches.isEmpty()) {
                deadline = System.nanoTime() + timeoutNanos;
            }
            next = pollUntil(deadline);
        }
        if (cutter.hasPending()) {
            emit(cutter.cut());
        }
        if (next != null) {
            emit(next.envelopes());
        }
    }

    private @Nullable Item pollUntil(long deadline) throws InterruptedException {
        return queue.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private void emit(List<Envelope> batch) throws InterruptedException {
        BlockData.Builder data = BlockData.newBuilder();
        for (Envelope envelope : batch) {
            data.addData(envelope.toByteString());
        }
        Block block = signer.block(nextNumber, previousHash, data.build());
        previousHash = BlockHashes.headerHash(block.getHeader());
        nextNumber++;
        stopped = stopped || !sink.accept(block);
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
