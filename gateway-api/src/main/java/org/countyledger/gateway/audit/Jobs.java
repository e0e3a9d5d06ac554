package org.countyledger.gateway.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Long questions of one sort, under way and of the last day. One runs at a time: each reads the whole chain. */
final class Jobs<R extends Jobs.Result<R>> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int KEPT = 100;

    private final String name;
    private final ExecutorService thread;
    private volatile Optional<UUID> running = Optional.empty();
    private final Cache<UUID, R> kept = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    /** What is known of a job. */
    interface Result<R> {
        UUID id();

        R failed(String sentence);
    }

    Jobs(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Starts one, or answers the one under way. */
    synchronized R start(Supplier<R> newJob, UnaryOperator<R> work) {
        Optional<R> present = running.flatMap(this::find);
        if (present.isPresent()) {
            return present.get();
        }
        R started = newJob.get();
        kept.put(started.id(), started);
        running = Optional.of(started.id());
        thread.execute(() -> run(started, work));
        return started;
    }

    private void run(R started, UnaryOperator<R> work) {
        try {
            kept.put(started.id(), work.apply(started));
        } catch (RuntimeException e) {
            LOG.warn("The {} {} could not be done", name, started.id(), e);
            kept.put(started.id(), started.failed("The chain could not be read to its end."));
        } finally {
            running = Optional.empty();
        }
    }

    Optional<R> find(UUID id) {
        return Optional.ofNullable(kept.getIfPresent(id));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
