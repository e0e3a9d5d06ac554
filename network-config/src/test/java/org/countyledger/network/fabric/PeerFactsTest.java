package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.network.health.FindingCode;
import org.junit.jupiter.api.Test;

final class PeerFactsTest {
    private static final String PACKAGE = "county_1:aa";

    private static PeerFacts facts(Duration skew, String approved, Optional<String> trouble) {
        return new PeerFacts("AuditMSP", skew, Optional.of(approved), trouble);
    }

    @Test
    void aPeerThatIsWellHasNoFinding() {
        assertThat(facts(Duration.ofSeconds(-59), PACKAGE, Optional.empty()).findings(PACKAGE))
                .isEmpty();
    }

    @Test
    void aClockThatIsFarOffIsNamedWithItsDirection() {
        assertThat(facts(Duration.ofSeconds(-61), PACKAGE, Optional.empty()).findings(PACKAGE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.CLOCK_SKEW))
                .asString()
                .contains("AuditMSP is 61 s behind", "NTP");
        assertThat(facts(Duration.ofHours(1), PACKAGE, Optional.empty()).findings(PACKAGE))
                .singleElement()
                .asString()
                .contains("3600 s ahead of");
    }

    @Test
    void anotherPackageThanTheApprovedIsNamed() {
        assertThat(facts(Duration.ZERO, "county_1:bb", Optional.empty()).findings(PACKAGE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.PACKAGE_MISMATCH))
                .asString()
                .contains("approved package county_1:bb", "runs as county_1:aa");
    }

    @Test
    void aContractOutOfReachIsNamedWithTheProcessToStart() {
        assertThat(facts(Duration.ZERO, PACKAGE, Optional.of("could not launch chaincode x"))
                        .findings(PACKAGE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.CHAINCODE_NOT_CONNECTED))
                .asString()
                .contains("start process chaincode-AuditMSP");
    }

    @Test
    void aPeersClockStandsInItsRefusalOfAnOldQuestion() {
        String refusal = "UNKNOWN: request unauthorized due to incorrect timestamp 2026-11-22T09:06:54Z, peer time"
                + " 2026-11-22T09:22:58Z, peer.authentication.timewindow 15m0s";

        assertThat(PeerClock.in(refusal)).hasValue(Instant.parse("2026-11-22T09:22:58Z"));
        assertThat(PeerClock.in("access denied")).isEmpty();
        assertThat(PeerClock.in("peer time tomorrow, or so")).isEmpty();
    }
}
