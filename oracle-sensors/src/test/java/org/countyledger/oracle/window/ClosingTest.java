package org.countyledger.oracle.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.oracle.window.Closing.Waiting;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");
    private static final Instant LONG_AFTER = Instant.parse("2020-01-01T00:00:00Z");
    private static final Closing CLOSING = new Closing(Duration.ofSeconds(10), Duration.ofSeconds(2));
    private static final DatastreamView STREAM = new DatastreamView(TestStreams.hourly(FIRST));

    private static Optional<Long> last(Waiting waiting, Instant now) {
        return CLOSING.last(STREAM, waiting, now);
    }

    private static Waiting waiting(long newest, Instant arrived) {
        return new Waiting(Optional.of(newest), arrived);
    }

    private static Instant at(String time) {
        return Instant.parse("2016-01-01T" + time + "Z");
    }

    @Test
    void aWindowStaysOpenUntilItsGraceIsOver() {
        assertThat(last(waiting(0, at("00:59:00")), at("01:00:09"))).isEmpty();
        assertThat(last(waiting(0, at("00:59:00")), at("01:00:10"))).contains(0L);
    }

    @Test
    void theLastWindowOfAFeedWaitsUntilNothingMoreComes() {
        assertThat(last(waiting(5, LONG_AFTER), LONG_AFTER.plusSeconds(1))).contains(4L);
        assertThat(last(waiting(5, LONG_AFTER), LONG_AFTER.plusSeconds(2))).contains(5L);
    }

    @Test
    void aDatastreamOfThePastClosesNothingThatNobodyFed() {
        assertThat(last(new Waiting(Optional.empty(), FIRST), LONG_AFTER)).isEmpty();
    }

    @Test
    void aDatastreamAtThePresentClosesEmptyWindowsSoThatGapsShow() {
        assertThat(last(new Waiting(Optional.empty(), FIRST), at("03:00:09"))).contains(1L);
        assertThat(last(new Waiting(Optional.empty(), FIRST), at("03:00:10"))).contains(2L);
    }

    @Test
    void theNextLookIsWhenTheNextWindowIsDue() {
        Waiting nothing = new Waiting(Optional.empty(), FIRST);
        assertThat(CLOSING.untilNext(STREAM, nothing, at("00:30:00")))
                .isEqualTo(Duration.ofMinutes(30).plusSeconds(10));
        assertThat(CLOSING.untilNext(STREAM, waiting(0, LONG_AFTER), LONG_AFTER))
                .isEqualTo(Duration.ofSeconds(2));
    }
}
