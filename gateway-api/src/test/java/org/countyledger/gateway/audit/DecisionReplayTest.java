package org.countyledger.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.countyledger.domain.engine.Engine;
import org.countyledger.gateway.ledger.CountySettings;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class DecisionReplayTest {
    private final TestCounty county;

    DecisionReplayTest(TestCounty county) {
        this.county = county;
    }

    /** Under another channel's name no resident's signature holds: the first such decision is the first difference. */
    @Test
    void aDecisionThatWouldNotBeMadeAgainIsNamedWithItsTransaction() {
        Welfare.submitted(county.api());
        CountySettings own = county.bean(CountySettings.class);
        CountySettings other = new CountySettings(
                "another", own.chaincode(), own.owner(), own.identities(), own.peers(), own.inventory());
        DecisionReplay replay = new DecisionReplay(county.bean(Blocks.class), own, county.bean(Engine.class));
        DecisionReplay altered = new DecisionReplay(county.bean(Blocks.class), other, county.bean(Engine.class));
        assertThat(run(replay).equal()).isEqualTo(Optional.of(true));
        ReplayResource found = run(altered);
        assertThat(found.equal()).isEqualTo(Optional.of(false));
        ReplayResource.Difference difference = found.difference().orElseThrow();
        assertThat(difference.decided()).isEqualTo(Optional.of("refused SIGNATURE_INVALID"));
        assertThat(difference.function()).isEqualTo("submit");
        assertThat(difference.txId()).hasSize(64);
    }

    private static ReplayResource run(DecisionReplay replay) {
        ReplayResource started = ReplayResource.running(UUID.randomUUID(), Instant.now(), Optional.empty());
        return replay.run(started, Officer.AUDITOR.subject());
    }

    @Test
    void theFirstValueThatDiffersIsNamedByItsPointer() {
        var recorded = new TreeMap<>(Map.of("H~a", "{\"x\":{\"y\":[1,2]}}", "S~b", "{}"));
        var decided = new TreeMap<>(Map.of("H~a", "{\"x\":{\"y\":[1,3]}}", "S~b", "{}"));
        WriteDifference difference = WriteDifference.first(recorded, decided).orElseThrow();
        assertThat(difference.key()).isEqualTo("H~a");
        assertThat(difference.pointer()).isEqualTo("/x/y/1");
        assertThat(difference.recorded()).isEqualTo(Optional.of("2"));
        assertThat(difference.decided()).isEqualTo(Optional.of("3"));
        decided.put("H~a", "{\"x\":{\"y\":[1,2]}}");
        assertThat(WriteDifference.first(recorded, decided)).isEmpty();
        decided.remove("S~b");
        assertThat(WriteDifference.first(recorded, decided).orElseThrow().decided())
                .isEmpty();
    }
}
