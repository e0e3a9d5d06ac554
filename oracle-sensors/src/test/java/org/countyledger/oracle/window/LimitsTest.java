package org.countyledger.oracle.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.Ingest;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2016-01-02T12:30:00Z");

    private static Limits limits(Ingest ingest) {
        return new Limits(new DatastreamView(TestStreams.hourly(FIRST)), TestStreams.air(), ingest, NOW);
    }

    @Test
    void valuesAreWhatAWindowCanHold() {
        assertThat(Limits.ofValue(new BigDecimal("-0.001"))).contains(Refusal.VALUE_NEGATIVE);
        assertThat(Limits.ofValue(new BigDecimal("10000.001"))).contains(Refusal.VALUE_TOO_HIGH);
        assertThat(Limits.ofValue(new BigDecimal("1E+999999999"))).contains(Refusal.VALUE_TOO_HIGH);
        assertThat(Limits.ofValue(new BigDecimal("1E-999999999"))).contains(Refusal.VALUE_TOO_PRECISE);
        assertThat(Limits.ofValue(new BigDecimal("1.0001"))).contains(Refusal.VALUE_TOO_PRECISE);
        assertThat(Limits.ofValue(new BigDecimal("1.0010"))).isEmpty();
        assertThat(Limits.milli(new BigDecimal("1.0010"))).isEqualTo(1001);
    }

    @Test
    void liveReadingsAreNeitherOldNorOfTheFuture() {
        Limits live = limits(Ingest.LIVE);
        assertThat(live.ofTime(NOW.plusSeconds(120))).isEmpty();
        assertThat(live.ofTime(NOW.plusSeconds(121))).contains(Refusal.TIME_IN_FUTURE);
        assertThat(live.ofTime(NOW.minusSeconds(7200))).isEmpty();
        assertThat(live.ofTime(NOW.minusSeconds(7201))).contains(Refusal.TIME_TOO_OLD);
        assertThat(live.ofTime(FIRST.minusNanos(1))).contains(Refusal.TIME_BEFORE_FIRST_WINDOW);
    }

    @Test
    void filesMayBeOldButTheirHoursMustBeOver() {
        Limits file = limits(Ingest.BACKFILL);
        assertThat(file.ofTime(FIRST)).isEmpty();
        assertThat(file.ofTime(Instant.parse("2016-01-02T11:00:00Z"))).isEmpty();
        assertThat(file.ofTime(Instant.parse("2016-01-02T12:00:00Z"))).contains(Refusal.TIME_IN_FUTURE);
    }

    @Test
    void aWindowHoldsItsBeginningAndNotItsEnd() {
        Limits limits = limits(Ingest.LIVE);
        assertThat(limits.window(FIRST)).isZero();
        assertThat(limits.window(FIRST.plusSeconds(3600).minusNanos(1))).isZero();
        assertThat(limits.window(FIRST.plusSeconds(3600))).isEqualTo(1);
        assertThat(limits.window(FIRST.minusNanos(1))).isEqualTo(-1);
    }
}
