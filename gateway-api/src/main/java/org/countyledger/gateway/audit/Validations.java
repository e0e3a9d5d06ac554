package org.countyledger.gateway.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Validations under way and those of the last day. One runs at a time: it takes all processors. */
@Component
final class Validations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Validations.class);
    private static final int KEPT = 100;

    private final ChainValidation validation;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("validation").daemon().factory());
    private volatile Optional<UUID> running = Optional.empty();
    private final Cache<UUID, ValidationResource> kept = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    Validations(ChainValidation validation) {
        this.validation = validation;
    }

    /** Starts one, or answers the one under way. */
    synchronized ValidationResource start(String subject) {
        Optional<ValidationResource> present = running.flatMap(this::find);
        if (present.isPresent()) {
            return present.get();
        }
        ValidationResource started = ValidationResource.running(UUID.randomUUID(), Instant.now());
        kept.put(started.id(), started);
        running = Optional.of(started.id());
        thread.execute(() -> run(started, subject));
        return started;
    }

    private void run(ValidationResource started, String subject) {
        try {
            kept.put(started.id(), validation.run(started, subject));
        } catch (RuntimeException e) {
            LOG.warn("Validation {} could not be done", started.id(), e);
            kept.put(started.id(), started.failed("The chain could not be read to its end."));
        } finally {
            running = Optional.empty();
        }
    }

    Optional<ValidationResource> find(UUID id) {
        return Optional.ofNullable(kept.getIfPresent(id));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
