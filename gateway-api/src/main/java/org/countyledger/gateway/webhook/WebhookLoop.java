package org.countyledger.gateway.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.stream.EventHub;
import org.countyledger.gateway.stream.EventLog;
import org.countyledger.gateway.stream.Interest;
import org.countyledger.gateway.stream.LedgerEvent;
import org.countyledger.gateway.stream.StreamPosition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Looks again and again for webhooks that have something to be told, and tells a few at a time. */
@Component
@Lazy(false)
final class WebhookLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookLoop.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 8;
    private static final int EVENTS_OF_A_TURN = 20;

    private final WebhookStore store;
    private final WebhookSettings settings;
    private final Courier courier;
    private final EventHub hub;
    private final EventLog log;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile @Nullable ExecutorService threads;

    WebhookLoop(WebhookStore store, WebhookSettings settings, Courier courier, EventHub hub, EventLog log) {
        this.store = store;
        this.settings = settings;
        this.courier = courier;
        this.hub = hub;
        this.log = log;
    }

    @Override
    public void start() {
        ExecutorService started = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("webhook-", 0).factory());
        threads = started;
        started.execute(() -> run(started));
    }

    private void run(ExecutorService executor) {
        try {
            while (!executor.isShutdown()) {
                tick(executor);
                Thread.sleep(TICK);
            }
        } catch (InterruptedException e) {
            LOG.debug("Webhooks stop");
        }
    }

    private void tick(ExecutorService executor) throws InterruptedException {
        try {
            StreamPosition tip = hub.tip();
            Optional<Webhook> leased = store.lease(tip, LEASE);
            while (leased.isPresent()) {
                Webhook webhook = leased.get();
                places.acquire();
                executor.execute(() -> turn(webhook, tip));
                leased = store.lease(tip, LEASE);
            }
        } catch (RuntimeException e) {
            LOG.warn("Webhooks cannot be looked for; they will be: {}", e.getMessage());
        }
    }

    private void turn(Webhook webhook, StreamPosition tip) {
        try {
            tell(webhook, tip);
            store.release(webhook);
        } catch (RuntimeException e) {
            LOG.warn("Webhook {} was not told to its end: {}", webhook.id(), e.getMessage());
        } finally {
            places.release();
        }
    }

    /** In order: what fails is tried again before anything behind it. */
    private void tell(Webhook webhook, StreamPosition tip) {
        Set<Kind> kinds = webhook.topics().stream()
                .flatMap(topic -> Kind.ofCollection(topic).stream())
                .collect(Collectors.toSet());
        List<LedgerEvent> events =
                log.after(webhook.progress().position(), Interest.of(kinds, webhook.town()), EVENTS_OF_A_TURN);
        Webhook now = webhook;
        for (LedgerEvent event : events) {
            Optional<String> failure = courier.deliver(now, event);
            if (failure.isPresent()) {
                failed(now, failure.get());
                return;
            }
            now = now.with(now.progress().taken(event.position()));
            store.save(now, Duration.ZERO);
        }
        if (events.size() < EVENTS_OF_A_TURN && tip.isAfter(now.progress().position())) {
            store.save(now.with(now.progress().taken(tip)), Duration.ZERO);
        }
    }

    private void failed(Webhook webhook, String sentence) {
        Webhook now = webhook.with(webhook.progress().failed(sentence, settings.failureLimit()));
        store.save(now, settings.pauseAfter(now.progress().failures()));
        if (now.progress().state() == Webhook.State.SUSPENDED) {
            LOG.warn("Webhook {} is suspended after {} failures: {}", now.id(), settings.failureLimit(), sentence);
        }
    }

    @Override
    public void stop() {
        ExecutorService running = threads;
        if (running != null) {
            running.shutdownNow();
            threads = null;
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
