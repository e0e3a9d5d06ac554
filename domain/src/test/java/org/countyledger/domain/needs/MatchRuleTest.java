package org.countyledger.domain.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.countyledger.domain.needs.MatchRule.Assignments;
import org.countyledger.domain.needs.MatchRule.Candidate;
import org.countyledger.domain.needs.MatchRule.Scored;
import org.countyledger.domain.needs.MatchRule.Weights;
import org.junit.jupiter.api.Test;

/** The numbers of match/1, worked out by hand. */
class MatchRuleTest {
    private static final MatchRule RULE = new MatchRule(
            new Weights(350, 250, 200, 200), 20_000, 400, 20, 500, 5, Map.of("330127101|330127102", 7_001L));

    private static Candidate candidate(String id, String town, long own) {
        return new Candidate(id, town, 22, 5, 3, 7, new Assignments(own, 20));
    }

    @Test
    void everyPartIsRoundedDown() {
        Scored scored = RULE.score("330127101", candidate("r", "330127102", 3));
        assertThat(scored.near()).isEqualTo(1000 - 350);
        assertThat(scored.quality()).isEqualTo((22_000 - 5_000) / 20);
        assertThat(scored.free()).isEqualTo(428);
        assertThat(scored.fairness()).isEqualTo(1000 - 1000 * 150 / 400);
        assertThat(scored.score()).isEqualTo((350 * 650 + 250 * 850 + 200 * 428 + 200 * 625) / 1000);
    }

    @Test
    void theHomeTownIsNearAndAnUnknownDistanceIsFar() {
        assertThat(RULE.score("330127101", candidate("r", "330127101", 0)).near())
                .isEqualTo(1000);
        assertThat(RULE.score("330127101", candidate("r", "330127109", 0)).near())
                .isZero();
    }

    @Test
    void fewRatingsAndFewAssignmentsSayNothing() {
        Candidate fresh = new Candidate("r", "330127101", 5, 1, 1, 1, new Assignments(3, 19));
        assertThat(RULE.score("330127101", fresh).quality()).isEqualTo(500);
        assertThat(RULE.score("330127101", fresh).fairness()).isEqualTo(500);
    }

    @Test
    void whoHadFortyPercentOfTheMonthIsAtTheCap() {
        assertThat(RULE.isAtCap(new Assignments(8, 20))).isTrue();
        assertThat(RULE.isAtCap(new Assignments(7, 20))).isFalse();
        assertThat(RULE.isAtCap(new Assignments(19, 19))).isFalse();
    }

    @Test
    void theOrderDoesNotDependOnTheOrderOfTheList() {
        Random random = new Random(17);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            candidates.add(candidate("resource-" + i, "330127101", random.nextInt(3)));
        }
        List<Scored> ranked = RULE.rank("need", "330127101", candidates);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(candidates, random);
            assertThat(RULE.rank("need", "330127101", candidates)).isEqualTo(ranked);
        }
        assertThat(ranked.getFirst().score())
                .isGreaterThanOrEqualTo(ranked.getLast().score());
    }
}
