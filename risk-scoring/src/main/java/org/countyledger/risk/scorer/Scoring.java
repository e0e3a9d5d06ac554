package org.countyledger.risk.scorer;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings what is due to the ledger: the scores of one record for one purpose in their order, records side by side. */
@Component
final class Scoring implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Scoring.class);
    private static final int SIDE_BY_SIDE = 32;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DueScores dues;
    private final Delivery delivery;
    private final Following following;
    private final Bell bell;
    private final ScorerMetrics metrics;
    private final Mandate mandate;
    private final Set<DueScore.Line> busy = ConcurrentHashMap.newKeySet();
    private final Map<DueScore.Line, String> troubles = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("score-", 0).factory());
    private volatile boolean running;

    Scoring(DueScores dues, Delivery delivery, Following following, Bell bell, ScorerMetrics metrics, Mandate mandate) {
        this.dues = dues;
        this.delivery = delivery;
        this.following = following;
        this.bell = bell;
        this.metrics = metrics;
        this.mandate = mandate;
    }

    @Override
    public void start() {
        if (mandate.makesScores()) {
            running = true;
            threads.execute(this::run);
        }
    }

    /** Why something that is due is not on the ledger yet. */
    Optional<String> trouble() {
        return troubles.values().stream().findFirst();
    }

    private void run() {
        while (running) {
            try {
                bell.await(LOOK);
                if (following.hasCaughtUp()) {
                    round();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("Looking for due scores failed; it is tried again", e);
            }
        }
    }

    private void round() {
        for (DueScore due : dues.next(2 * SIDE_BY_SIDE)) {
            if (busy.size() < SIDE_BY_SIDE && busy.add(due.line())) {
                threads.execute(() -> carry(due));
            }
        }
    }

    private void carry(DueScore due) {
        try {
            settle(due, delivery.deliver(due));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "A score of grievance {} failed; it is tried again",
                    due.key().grievance(),
                    e);
        } finally {
            busy.remove(due.line());
            bell.ring();
        }
    }

    private void settle(DueScore due, Delivery.Outcome outcome) throws InterruptedException {
        switch (outcome) {
            case Delivery.Outcome.Issued issued -> {
                troubles.remove(due.line());
                metrics.issued();
            }
            case Delivery.Outcome.Refused refused -> {
                troubles.remove(due.line());
                metrics.refused();
                LOG.error(
                        "No score of event {} of grievance {} for {}: {} {}",
                        due.key().seq(),
                        due.key().grievance(),
                        due.purpose(),
                        refused.code(),
                        refused.sentence());
            }
            case Delivery.Outcome.Unsettled unsettled -> {
                if (!unsettled.sentence().equals(troubles.put(due.line(), unsettled.sentence()))) {
                    LOG.error("Scoring of {} waits: {}", due.purpose(), unsettled.sentence());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    /** What does not end by itself is interrupted: everything under way is stored. */
    @Override
    public void stop() {
        running = false;
        bell.ring();
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
