package org.countyledger.gateway.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.countyledger.gateway.records.BodyProblems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Makes streams of server-sent events. Each begins with the place that it begins at; one that falls too far behind, or is
 * not read for a minute, is ended.
 */
@Component
public final class EventStreams implements AutoCloseable {
    /** Name of an event on the wire. */
    public static final String EVENT = "record.transitioned";

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Duration RETRY = Duration.ofSeconds(3);
    private static final int UNREAD_HEARTBEATS = 4;

    private final EventHub hub;
    private final EventLog log;
    private final StreamPlaces places;
    private final StreamSettings settings;
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    EventStreams(EventHub hub, EventLog log, StreamPlaces places, StreamSettings settings) {
        this.hub = hub;
        this.log = log;
        this.places = places;
        this.settings = settings;
    }

    /**
     * A stream for a request, from its {@code Last-Event-ID} on, or from now on.
     *
     * @param show what of an event is sent
     */
    public <T> Flux<ServerSentEvent<T>> open(
            ServerHttpRequest request, Interest interest, Function<LedgerEvent, T> show) {
        StreamPosition start = lastEventId(request.getHeaders()).orElseGet(hub::tip);
        String address = Optional.ofNullable(request.getRemoteAddress())
                .map(remote -> remote.getAddress().getHostAddress())
                .orElse("");
        places.take(address);
        StreamSource source = new StreamSource(hub, log, interest, start);
        return EventStreams.<T>beginning(start)
                .concatWith(body(source, show))
                .doFinally(signal -> places.give(address));
    }

    private static Optional<StreamPosition> lastEventId(HttpHeaders headers) {
        return Optional.ofNullable(headers.getFirst(LAST_EVENT_ID))
                .map(text -> StreamPosition.parse(text)
                        .orElseThrow(() -> BodyProblems.only(LAST_EVENT_ID, BodyProblems.NOT_WELL_FORMED)));
    }

    private static <T> Flux<ServerSentEvent<T>> beginning(StreamPosition start) {
        ServerSentEvent.Builder<T> first =
                ServerSentEvent.<T>builder().retry(RETRY).comment("open");
        return Flux.just((start.equals(StreamPosition.START) ? first : first.id(start.text())).build());
    }

    private <T> Flux<ServerSentEvent<T>> body(StreamSource source, Function<LedgerEvent, T> show) {
        Sinks.Empty<Void> unread = Sinks.empty();
        Flux<ServerSentEvent<T>> events = hub.ticks()
                .mergeWith(Flux.just(StreamPosition.START))
                .onBackpressureLatest()
                .concatMap(tick -> round(source, show), 1);
        return events.mergeWith(heartbeats(unread))
                .takeUntil(event -> "overflow".equals(event.event()))
                .takeUntilOther(Mono.firstWithSignal(hub.end(), unread.asMono()));
    }

    private <T> Flux<ServerSentEvent<T>> round(StreamSource source, Function<LedgerEvent, T> show) {
        Flux<ServerSentEvent<T>> fresh = source.fresh()
                .subscribeOn(threads)
                .map(event -> ServerSentEvent.<T>builder(show.apply(event))
                        .id(event.position().text())
                        .event(EVENT)
                        .build());
        return fresh.concatWith(Mono.defer(() -> source.isOverflown() ? Mono.just(overflow()) : Mono.empty()));
    }

    private static <T> ServerSentEvent<T> overflow() {
        return ServerSentEvent.<T>builder()
                .event("overflow")
                .comment("too far behind; go on from the last id")
                .build();
    }

    /** A client that reads nothing takes no heartbeats either. */
    private <T> Flux<ServerSentEvent<T>> heartbeats(Sinks.Empty<Void> unread) {
        AtomicInteger missed = new AtomicInteger();
        return Flux.interval(settings.heartbeat())
                .onBackpressureDrop(beat -> {
                    if (missed.incrementAndGet() >= UNREAD_HEARTBEATS) {
                        Sinks.EmitResult unused = unread.tryEmitEmpty();
                    }
                })
                .map(beat -> {
                    missed.set(0);
                    return ServerSentEvent.<T>builder().comment("heartbeat").build();
                });
    }

    @Override
    public void close() {
        threads.dispose();
    }
}
