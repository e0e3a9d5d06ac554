package org.countyledger.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Subscription;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.BaseSubscriber;
import reactor.util.concurrent.Queues;

/** What a client costs that opens a stream and then does not read it: nothing that grows. */
@ExtendWith(SharedCounty.class)
class SlowReaderTest {
    private static final int HELD = 3;

    /** What Reactor reads ahead for one stream: bounded, and not more for whoever reads less. */
    private static final int AHEAD = Queues.XS_BUFFER_SIZE;

    private static final Interest WELFARE = Interest.of(Set.of(Kind.WELFARE_APPLICATION), Optional.empty());

    private final TestCounty county;

    SlowReaderTest(TestCounty county) {
        this.county = county;
    }

    /** Reads as much as it is told to. */
    private static final class Reader extends BaseSubscriber<ServerSentEvent<String>> {
        private final List<ServerSentEvent<String>> read = new CopyOnWriteArrayList<>();
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // Nothing is asked for yet.
        }

        @Override
        protected void hookOnNext(ServerSentEvent<String> event) {
            read.add(event);
        }

        @Override
        protected void hookOnComplete() {
            end.countDown();
        }

        boolean hasEnded(Duration patience) throws InterruptedException {
            return end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        List<String> ids() {
            return read.stream()
                    .filter(event -> EventStreams.EVENT.equals(event.event()))
                    .map(ServerSentEvent::id)
                    .toList();
        }
    }

    private void withStreams(Duration heartbeat, Work work) throws InterruptedException {
        StreamSettings settings = new StreamSettings(10, 10, HELD, heartbeat);
        EventLog log = county.bean(EventLog.class);
        EventHub hub = new EventHub(county.bean(Position.class), log, settings);
        hub.start();
        try (EventStreams streams = new EventStreams(hub, log, new StreamPlaces(settings), settings)) {
            work.with(streams);
        } finally {
            hub.stop();
        }
    }

    private interface Work {
        void with(EventStreams streams) throws InterruptedException;
    }

    private static Reader open(EventStreams streams, Optional<String> lastId) {
        MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/v1/events");
        lastId.ifPresent(id -> request.header("Last-Event-ID", id));
        Reader reader = new Reader();
        streams.<String>open(request.build(), WELFARE, LedgerEvent::id).subscribe(reader);
        return reader;
    }

    @Test
    void whoFallsTooFarBehindIsToldSoAndGoesOnFromTheLastIdWithoutALoss() throws InterruptedException {
        withStreams(Duration.ofMinutes(1), streams -> {
            Reader slow = open(streams, Optional.empty());
            slow.request(2);
            String first = Welfare.submitted(county.api()).id();
            Awaitility.await().until(() -> !slow.ids().isEmpty());
            List<String> missed = IntStream.range(0, AHEAD + 3 * HELD)
                    .parallel()
                    .mapToObj(i -> Welfare.submitted(county.api()).id())
                    .toList();
            slow.request(Long.MAX_VALUE);
            assertThat(slow.hasEnded(Duration.ofSeconds(20))).isTrue();
            assertThat(slow.read.getLast().event()).isEqualTo("overflow");
            List<String> seen = slow.read.stream()
                    .filter(event -> EventStreams.EVENT.equals(event.event()))
                    .map(event -> String.valueOf(event.data()))
                    .toList();
            assertThat(seen).contains(first);
            Reader again = open(streams, Optional.of(slow.ids().getLast()));
            again.request(Long.MAX_VALUE);
            Awaitility.await().untilAsserted(() -> {
                List<String> all = new java.util.ArrayList<>(seen);
                again.read.forEach(event -> all.add(String.valueOf(event.data())));
                assertThat(all).containsAll(missed);
                assertThat(all.stream().filter(missed::contains)).doesNotHaveDuplicates();
            });
            again.cancel();
        });
    }

    @Test
    void whoReadsNothingAtAllIsSentAway() throws InterruptedException {
        withStreams(Duration.ofMillis(20), streams -> {
            Reader dead = open(streams, Optional.empty());
            dead.request(1);
            assertThat(dead.hasEnded(Duration.ofSeconds(20))).isTrue();
            assertThat(dead.read).hasSize(1);
        });
    }
}
