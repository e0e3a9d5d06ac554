package org.countyledger.gateway.timer;

import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.gateway.projection.Position;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Looks again and again for alarms that ring, and visits their records, several at a time. */
@Component
@Lazy(false)
final class TimerLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TimerLoop.class);
    private static final int AT_ONCE = 16;
    private static final int CLOSE_SECONDS = 5;
    private static final long UNKNOWN = -1;

    private final TimerSettings settings;
    private final LedgerClient client;
    private final Position position;
    private final Alarms alarms;
    private final Visit visit;
    private final Sweeper sweeper;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile @Nullable ExecutorService threads;
    private long startHeight = UNKNOWN;
    private boolean troubled;

    TimerLoop(
            TimerSettings settings,
            LedgerClient client,
            Position position,
            Alarms alarms,
            Visit visit,
            Sweeper sweeper) {
        this.settings = settings;
        this.client = client;
        this.position = position;
        this.alarms = alarms;
        this.visit = visit;
        this.sweeper = sweeper;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            ExecutorService started = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("timer-", 0).factory());
            threads = started;
            started.execute(() -> run(started));
            started.execute(() -> sweep(started));
        }
    }

    private void run(ExecutorService executor) {
        try {
            while (!executor.isShutdown()) {
                tick(executor);
                Thread.sleep(settings.tick());
            }
        } catch (InterruptedException e) {
            LOG.debug("The timers stop");
        }
    }

    private void sweep(ExecutorService executor) {
        try {
            while (!executor.isShutdown()) {
                Thread.sleep(settings.sweep());
                sweeper.sweep();
            }
        } catch (InterruptedException e) {
            LOG.debug("The sweeping of staged values stops");
        }
    }

    private void tick(ExecutorService executor) throws InterruptedException {
        try {
            if (hasCaughtUp()) {
                for (Alarms.Alarm alarm : alarms.take(Instant.now())) {
                    places.acquire();
                    executor.execute(() -> pay(alarm));
                }
            }
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warn("The timers cannot look for what is due; they go on trying: {}", e.getMessage());
            }
            troubled = true;
        }
    }

    /** What the chain held at the start must be read first, or timers would act on what was long ago. */
    private boolean hasCaughtUp() {
        if (startHeight == UNKNOWN) {
            try {
                startHeight = client.height();
            } catch (LedgerException e) {
                LOG.debug("The ledger does not say its height yet: {}", e.getMessage());
                return false;
            }
        }
        return position.block() + 1 >= startHeight;
    }

    private void pay(Alarms.Alarm alarm) {
        try {
            visit.pay(alarm);
        } catch (RuntimeException e) {
            LOG.warn("The timers could not look after {} {}: {}", alarm.kind(), alarm.id(), e.toString());
        } finally {
            places.release();
        }
    }

    @Override
    public void stop() {
        ExecutorService running = threads;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    running.shutdownNow();
                }
            } catch (InterruptedException e) {
                running.shutdownNow();
                Thread.currentThread().interrupt();
            }
            threads = null;
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
