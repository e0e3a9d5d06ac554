package org.countyledger.domain.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.countyledger.domain.contracts.Figures.Confirm;
import org.countyledger.domain.contracts.Figures.Day;
import org.countyledger.domain.contracts.Figures.Visit;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.Test;

/** A month's figures and what they take off the fee. */
class FiguresTest {
    private static Visit rated(long rating) {
        return new Visit(Confirm.IN_TIME, AppointmentState.RATED, Optional.of(60L), Optional.of(rating));
    }

    private static Visit failed(AppointmentState state) {
        return new Visit(Confirm.LATE_OR_OVERDUE, state, Optional.empty(), Optional.empty());
    }

    @Test
    void nothingHappenedSoNothingIsSaid() {
        Figures none = Figures.of(List.of(), List.of(), 5);
        assertThat(none.completionPermille()).isEmpty();
        assertThat(none.waitP90Seconds()).isEmpty();
        assertThat(none.availabilityPermille()).isEmpty();
    }

    @Test
    void ratiosAreRoundedDown() {
        Figures figures = Figures.of(
                List.of(
                        rated(5),
                        rated(4),
                        rated(2),
                        failed(AppointmentState.UNSERVED),
                        failed(AppointmentState.NO_SHOW_PROVIDER),
                        failed(AppointmentState.NO_SHOW_RESIDENT)),
                List.of(new Day(9, 8), new Day(3, 8)),
                3);
        assertThat(figures.completionPermille()).contains(600L);
        assertThat(figures.confirmOnTimePermille()).contains(500L);
        assertThat(figures.satisfactionMilli()).contains(3_666L);
        assertThat(figures.badReviewPermille()).contains(333L);
        assertThat(figures.availabilityPermille()).contains(687L);
        assertThat(Figures.of(List.of(rated(5)), List.of(), 5).satisfactionMilli())
                .isEmpty();
    }

    @Test
    void theNinetiethPercentileIsTheNearestRank() {
        List<Visit> visits = LongStream.rangeClosed(1, 11)
                .mapToObj(n -> new Visit(Confirm.OPEN, AppointmentState.COMPLETED, Optional.of(n), Optional.empty()))
                .toList();
        assertThat(Figures.of(visits, List.of(), 5).waitP90Seconds()).contains(10L);
        assertThat(Figures.of(visits.subList(0, 10), List.of(), 5).waitP90Seconds())
                .contains(9L);
    }

    @Test
    void penaltiesAddUpToAFifthOfTheFeeAtMost() {
        Penalties penalties = new PolicyBook(TestCounty.legal().ledger())
                .text("ppp", 1)
                .flatMap(Penalties::of)
                .orElseThrow();
        assertThat(penalties.deductionPermille(Clear.EMPTY, false)).isZero();
        assertThat(penalties.deductionPermille(Clear.EMPTY, true)).isEqualTo(50);
        assertThat(penalties.deductionPermille(Clear.of("completionPermille", 899L), false))
                .isEqualTo(50);
        assertThat(penalties.deductionPermille(Clear.of("completionPermille", 799L), false))
                .isEqualTo(100);
        assertThat(penalties.deductionPermille(
                        new Clear(Map.of(
                                "completionPermille",
                                1L,
                                "waitP90Seconds",
                                1801L,
                                "satisfactionMilli",
                                1L,
                                "badReviewPermille",
                                101L,
                                "availabilityPermille",
                                1L)),
                        true))
                .isEqualTo(200);
        assertThat(Penalties.payableFen(999_999, 50)).isEqualTo(949_999);
    }
}
