package org.countyledger.embedded.testing;

import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Envelope;

/** One call to which envelopes are sent one by one. */
public final class Dialogue<R> implements AutoCloseable {
    private static final long WAIT_SECONDS = 20;

    private final BlockingQueue<Optional<R>> answers = new LinkedBlockingQueue<>();
    private final StreamObserver<Envelope> requests;
    private boolean ended;

    /** Begins the call; {@code call} is the stub's method. */
    public Dialogue(Function<StreamObserver<R>, StreamObserver<Envelope>> call) {
        this.requests = call.apply(new StreamObserver<>() {
            @Override
            public void onNext(R answer) {
                answers.add(Optional.of(answer));
            }

            @Override
            public void onError(Throwable error) {
                answers.add(Optional.empty());
            }

            @Override
            public void onCompleted() {
                answers.add(Optional.empty());
            }
        });
    }

    public Dialogue<R> send(Envelope envelope) {
        requests.onNext(envelope);
        return this;
    }

    /** The next answer; empty where the server has ended the call. */
    public Optional<R> next() throws InterruptedException {
        Optional<R> next = answers.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("No answer within " + WAIT_SECONDS + " s");
        }
        ended = next.isEmpty();
        return next;
    }

    @Override
    public void close() {
        if (!ended) {
            requests.onCompleted();
        }
    }
}
