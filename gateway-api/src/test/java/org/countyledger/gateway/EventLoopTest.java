package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server has one event loop in tests, so a request that blocked it would hold up every other. */
@ExtendWith(SharedCounty.class)
class EventLoopTest {
    private final Api api;

    EventLoopTest(TestCounty county) {
        this.api = county.api();
    }

    @Test
    void othersAreServedWhileManyWaitForTheirCommits() {
        var writes = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> Welfare.submitted(api)))
                .toList();
        while (!writes.stream().allMatch(CompletableFuture::isDone)) {
            long start = System.nanoTime();
            Reply reply = api.read(api.anybody(), "/").expect(200);
            assertThat(reply.at("/api")).isEqualTo("/openapi.yaml");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(writes).allSatisfy(write -> assertThat(write.join().id()).isNotEmpty());
    }
}
