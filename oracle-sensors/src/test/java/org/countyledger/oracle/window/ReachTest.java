package org.countyledger.oracle.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.Ingest;
import org.junit.jupiter.api.Test;

/** An hourly datastream under the law's ages: LIVE up to two hours. */
class ReachTest {
    private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");

    private static Reach reach(long next, long closed, String now) {
        DatastreamView stream = new DatastreamView(TestStreams.hourly(FIRST, next - 1));
        return Reach.of(stream, TestStreams.air(), closed, Instant.parse(now));
    }

    @Test
    void whatJustEndedGoesLive() {
        assertThat(reach(9, 9, "2016-01-01T10:00:10Z")).isEqualTo(new Reach(9, Ingest.LIVE, false));
    }

    @Test
    void afterALongStopWhatIsTooOldGoesAsBackfillUpToTheFirstThatIsYoungEnough() {
        Reach late = reach(9, 40, "2016-01-02T17:00:10Z");
        assertThat(late).isEqualTo(new Reach(39, Ingest.BACKFILL, false));
        assertThat(reach(40, 40, "2016-01-02T17:00:10Z")).isEqualTo(new Reach(40, Ingest.LIVE, false));
    }

    @Test
    void aVeryLongStopGoesInBatchesOfTheGreatestLength() {
        assertThat(reach(0, 1000, "2016-02-11T17:00:10Z")).isEqualTo(new Reach(287, Ingest.BACKFILL, false));
    }

    @Test
    void whatEndsBeforeTheLiveLimitSaysThatNothingFollows() {
        assertThat(reach(0, 5, "2016-01-09T00:00:00Z")).isEqualTo(new Reach(5, Ingest.BACKFILL, true));
    }
}
