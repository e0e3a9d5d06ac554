package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;
import org.junit.jupiter.api.Test;

final class HeightsTest {
    @Test
    void anOrdererThatStandsStillWhileOthersMoveIsNamedWithItsCure() {
        assertThat(Heights.standingStill("orderer", Map.of("A", 10L, "B", 12L), Map.of("A", 10L, "B", 15L)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.ORDERER_STANDS_STILL))
                .asString()
                .startsWith("The orderer of A stands still at 10 blocks while others have 15: end process orderer-A");
    }

    @Test
    void aPeerThatStaysBehindIsAnotherFinding() {
        assertThat(Heights.standingStill("peer", Map.of("A", 10L, "B", 12L), Map.of("A", 10L, "B", 12L)))
                .extracting(Finding::code)
                .containsExactly(FindingCode.PEER_BEHIND);
    }

    @Test
    void oneThatCatchesUpIsNotNamed() {
        assertThat(Heights.standingStill("orderer", Map.of("A", 10L, "B", 15L), Map.of("A", 14L, "B", 15L)))
                .isEmpty();
    }

    @Test
    void whereNothingIsOrderedNobodyIsBehind() {
        assertThat(Heights.standingStill("peer", Map.of("A", 15L, "B", 15L), Map.of("A", 15L, "B", 15L)))
                .isEmpty();
    }

    @Test
    void peersWithDifferentBlocksOfOneNumberAreAnAlarm() {
        assertThat(Heights.disagreement(7, Map.of("A", "aa", "B", "aa"))).isEmpty();
        assertThat(Heights.disagreement(7, Map.of("A", "aa", "B", "bb")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.PEERS_DIFFER))
                .asString()
                .contains("different blocks 7", "A has aa", "B has bb");
    }
}
