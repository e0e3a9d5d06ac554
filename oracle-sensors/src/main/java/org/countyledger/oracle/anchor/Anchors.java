package org.countyledger.oracle.anchor;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.countyledger.domain.record.Header;
import org.countyledger.oracle.ledger.Registry;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The anchors of all datastreams that were ever fed. Datastreams go side by side. */
@Component
public final class Anchors implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Parts parts;
    private final ReadingStore readings;
    private final Map<String, Anchor> anchors = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("anchor-", 0).factory());
    private volatile boolean running;

    Anchors(Parts parts, ReadingStore readings) {
        this.parts = parts;
        this.readings = readings;
    }

    /** What every anchor works with. */
    @Component
    record Parts(
            BatchStore batches,
            FileFeed files,
            LiveFeed live,
            Preparation preparation,
            Delivery delivery,
            Registry registry,
            AnchorMetrics metrics) {}

    /** What this process knows of a datastream beyond the ledger. */
    public record Knowledge(Optional<Header> header, Optional<String> trouble) {
        static final Knowledge NONE = new Knowledge(Optional.empty(), Optional.empty());
    }

    public Knowledge knowledge(String datastream) {
        return Optional.ofNullable(anchors.get(datastream))
                .map(anchor -> new Knowledge(anchor.header(), anchor.trouble()))
                .orElse(Knowledge.NONE);
    }

    /** Something new is stored for a datastream. */
    public void wake(String datastream) {
        if (running) {
            anchors.computeIfAbsent(datastream, this::begin).wake();
        }
    }

    private Anchor begin(String datastream) {
        Anchor anchor = new Anchor(datastream, parts);
        threads.execute(anchor);
        return anchor;
    }

    @Override
    public void start() {
        running = true;
        readings.datastreams().forEach(this::wake);
    }

    /** What does not end by itself is interrupted: everything under way is stored. */
    @Override
    public void stop() {
        running = false;
        anchors.values().forEach(Anchor::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                boolean unused = threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
