package org.countyledger.risk.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.countyledger.domain.risk.Band;
import org.countyledger.risk.RiskException;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void plattFindsTheLineThatMadeTheOutcomes() {
        SplittableRandom random = new SplittableRandom(8);
        double[] margins = new double[20_000];
        boolean[] yes = new boolean[margins.length];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = random.nextDouble(-4, 4);
            yes[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.6 * margins[i] - 1.1)));
        }
        Calibrator found = Platt.fit(margins, yes);
        assertThat(found.slopeBillionths() / 1e9).isCloseTo(0.6, within(0.03));
        assertThat(found.shiftBillionths() / 1e9).isCloseTo(-1.1, within(0.05));
    }

    @Test
    void whatWeighsNothingChangesNothing() {
        double[] margins = {-2, -1, 1, 2, -1, 1.5, 3, -3};
        boolean[] yes = {false, true, false, true, false, true, false, true};
        double[] weights = {1, 1, 1, 1, 1, 1, 0, 0};
        assertThat(Platt.fit(margins, yes, weights))
                .isEqualTo(Platt.fit(Arrays.copyOf(margins, 6), Arrays.copyOf(yes, 6)));
    }

    @Test
    void outcomesThatSeparatePerfectlyStillHaveALine() {
        Calibrator found = Platt.fit(new double[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});
        assertThat(found.millionths(3)).isBetween(500_001, 1_000_000);
    }

    @Test
    void aModelThatOrdersNothingIsNotCalibrated() {
        assertThatThrownBy(() -> Platt.fit(new double[] {-2, -1, 1, 2}, new boolean[] {true, true, false, false}))
                .isInstanceOf(RiskException.class)
                .hasMessageContaining("nothing to learn");
    }

    @Test
    void scoresAreIntegersInTheOrderOfMargins() {
        Calibrator calibrator = new Calibrator(700_000_000, -300_000_000);
        assertThat(calibrator.millionths(-1000)).isZero();
        assertThat(calibrator.millionths(1000)).isEqualTo(1_000_000);
        assertThat(calibrator.millionths(0)).isEqualTo(425_557);
        assertThat(Calibrator.NONE.millionths(0)).isEqualTo(500_000);
    }

    @Test
    void bandsAreTheCheapestOfAll() {
        SplittableRandom random = new SplittableRandom(4);
        int[] scores = new int[500];
        boolean[] bad = new boolean[500];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(1_000_000);
            bad[i] = random.nextInt(1_000_000) < scores[i];
        }
        Bands chosen = BandChoice.cheapest(scores, bad, Costs.STATED);
        for (int first = 0; first <= 1_000_000; first += 10_000) {
            for (int second = first; second <= 1_000_000; second += 10_000) {
                assertThat(cost(chosen, scores, bad)).isLessThanOrEqualTo(cost(new Bands(first, second), scores, bad));
            }
        }
        assertThat(chosen.of(999_999)).isEqualTo(Band.HIGH);
    }

    private static long cost(Bands bands, int[] scores, boolean[] bad) {
        long cost = 0;
        for (int i = 0; i < scores.length; i++) {
            cost += Costs.STATED.of(bands.of(scores[i]), bad[i]);
        }
        return cost;
    }

    @Test
    void measuresAreThoseOfTheTextbook() {
        double[] probability = {0.9, 0.8, 0.8, 0.3, 0.1};
        boolean[] yes = {true, false, true, false, false};
        Metrics metrics = Metrics.of(probability, yes);
        assertThat(metrics.auc()).isCloseTo(5.5 / 6, within(1e-12));
        assertThat(metrics.averagePrecision()).isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-12));
        assertThat(metrics.brier()).isCloseTo((0.01 + 0.64 + 0.04 + 0.09 + 0.01) / 5, within(1e-12));
        assertThat(metrics.calibrationError()).isCloseTo((0.1 + 2 * 0.3 + 0.3 + 0.1) / 5, within(1e-12));
    }

    @Test
    void theBootstrapIsRepeatableAndHoldsTheDifference() {
        SplittableRandom random = new SplittableRandom(6);
        double[] good = new double[400];
        double[] bad = new double[400];
        boolean[] yes = new boolean[400];
        for (int i = 0; i < yes.length; i++) {
            good[i] = random.nextDouble();
            bad[i] = random.nextDouble();
            yes[i] = random.nextDouble() < good[i];
        }
        PairedBootstrap found = PairedBootstrap.auc(good, bad, yes);
        assertThat(found).isEqualTo(PairedBootstrap.auc(good, bad, yes));
        assertThat(found.low()).isGreaterThan(0.1).isLessThan(found.difference());
        assertThat(found.high()).isGreaterThan(found.difference());
    }
}
