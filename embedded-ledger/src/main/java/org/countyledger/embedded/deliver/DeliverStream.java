package org.countyledger.embedded.deliver;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;

/**
 * One client's stream: its seeks are answered one after another on a thread of their own. A slow reader costs no memory,
 * because the next block is read only when the call is ready for it.
 */
final class DeliverStream<R> implements StreamObserver<Envelope> {
    private final ServerCallStreamObserver<R> call;
    private final DeliverForm<R> form;
    private final BlockCursor cursor;
    private final BlockingQueue<Optional<Envelope>> seeks = new LinkedBlockingQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();
    private final Thread thread;

    private DeliverStream(ServerCallStreamObserver<R> call, DeliverForm<R> form, DeliverSource source) {
        this.call = call;
        this.form = form;
        this.cursor = new BlockCursor(source, form);
        this.thread = Thread.ofVirtual().name("deliver").unstarted(this::run);
    }

    static <R> StreamObserver<Envelope> open(StreamObserver<R> responses, DeliverForm<R> form, DeliverSource source) {
        DeliverStream<R> stream = new DeliverStream<>((ServerCallStreamObserver<R>) responses, form, source);
        stream.call.setOnReadyHandler(stream::signal);
        stream.call.setOnCancelHandler(stream.thread::interrupt);
        stream.thread.start();
        return stream;
    }

    private void signal() {
        lock.lock();
        try {
            ready.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (Optional<Envelope> seek = seeks.take(); seek.isPresent(); seek = seeks.take()) {
                Optional<Status> end = cursor.run(seek.get(), (block, reader) -> send(form.block(block, reader)));
                if (end.isEmpty() || !send(form.status(end.get())) || end.get() != Status.SUCCESS) {
                    break;
                }
            }
            if (!call.isCancelled()) {
                call.onCompleted();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!call.isCancelled()) {
                call.onError(io.grpc.Status.INTERNAL
                        .withDescription("The stream cannot go on: " + e.getMessage())
                        .withCause(e)
                        .asRuntimeException());
            }
        }
    }

    private boolean send(R response) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!call.isReady() && !call.isCancelled()) {
                ready.await();
            }
        } finally {
            lock.unlock();
        }
        if (call.isCancelled()) {
            return false;
        }
        call.onNext(response);
        return true;
    }

    @Override
    public void onNext(Envelope seek) {
        seeks.add(Optional.of(seek));
    }

    @Override
    public void onError(Throwable gone) {
        thread.interrupt();
    }

    @Override
    public void onCompleted() {
        seeks.add(Optional.empty());
    }
}
