package org.countyledger.gateway.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countyledger.gateway.projection.Position;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Reads new events once for all streams, as soon as their block is written down. */
@Component
@Lazy(false)
@DependsOnDatabaseInitialization
public final class EventHub implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int PAGE = 500;

    private final Position position;
    private final EventLog log;
    private final StreamSettings settings;
    private final Sinks.Many<StreamPosition> ticks = Sinks.many().multicast().directBestEffort();
    private final Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable RecentEvents recent;

    EventHub(Position position, EventLog log, StreamSettings settings) {
        this.position = position;
        this.log = log;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("event hub").start(this::run);
    }

    private void run() {
        long seen = -1;
        while (running && !Thread.currentThread().isInterrupted()) {
            try {
                if (position.await(seen + 1, LOOK) || recent == null) {
                    seen = position.block();
                    take();
                }
            } catch (DataAccessException e) {
                LOG.warn("New events cannot be read; they will be: {}", e.getMessage());
                pause();
            }
        }
    }

    private void take() {
        RecentEvents held = held();
        List<LedgerEvent> page = log.after(held.tip(), PAGE);
        while (!page.isEmpty()) {
            held.add(page);
            Sinks.EmitResult unused = ticks.tryEmitNext(held.tip());
            page = page.size() < PAGE ? List.of() : log.after(held.tip(), PAGE);
        }
    }

    private synchronized RecentEvents held() {
        RecentEvents held = recent;
        if (held == null) {
            held = new RecentEvents(settings.recent(), log.last());
            recent = held;
        }
        return held;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Place of the last event that streams have seen. */
    public StreamPosition tip() {
        return held().tip();
    }

    /** The wanted events after a place; empty if it is too long ago for memory. */
    Optional<List<LedgerEvent>> recent(StreamPosition after, Interest interest) {
        return held().after(after, interest);
    }

    /** A sign whenever there is something new. */
    public Flux<StreamPosition> ticks() {
        return ticks.asFlux();
    }

    /** Completes when the process is going to stop. */
    Mono<Void> end() {
        return end.asMono();
    }

    /** Before the web server waits for requests under way, streams must end. */
    @Override
    public void stop() {
        Sinks.EmitResult unused = end.tryEmitEmpty();
        running = false;
        Thread reader = thread;
        if (reader != null) {
            reader.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
