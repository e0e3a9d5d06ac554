package org.countyledger.gateway.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Instant DUE = Instant.parse("2026-03-02T00:00:00Z");

    private final Turn turn = new Turn("CivilAffairsMSP", DUE, Duration.ofSeconds(60));

    @Test
    void theOwnersTimerHasItsTurnWhenTheActIsDue() {
        assertThat(turn.isOf("CivilAffairsMSP", DUE.minusMillis(1))).isFalse();
        assertThat(turn.isOf("CivilAffairsMSP", DUE)).isTrue();
    }

    @Test
    void theOthersHaveTheirsAMinuteLater() {
        assertThat(turn.isOf("AuditMSP", DUE.plusSeconds(59))).isFalse();
        assertThat(turn.isOf("AuditMSP", DUE.plusSeconds(60))).isTrue();
    }
}
