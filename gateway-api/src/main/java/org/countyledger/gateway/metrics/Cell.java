package org.countyledger.gateway.metrics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * One figure.
 *
 * @param name of the measure
 * @param clock where it is about one of several
 * @param department where it is about one
 * @param x what was counted
 * @param y over what
 * @param permille 1000·x/y, rounded down
 * @param p50Seconds nearest rank
 * @param suppressed whether figures are left out because they are about fewer than five
 */
@Schema(name = "MetricCell")
record Cell(
        String name,
        Optional<String> clock,
        Optional<String> department,
        Optional<Long> x,
        Optional<Long> y,
        Optional<Long> permille,
        Optional<Long> p50Seconds,
        Optional<Long> p90Seconds,
        boolean suppressed) {
    private static final int FEWEST = 5;
    private static final int MILLE = 1000;

    /** What a figure is about beside its measure. */
    record About(Optional<String> clock, Optional<String> department) {
        static final About ALL = new About(Optional.empty(), Optional.empty());
    }

    static Cell ratio(String name, About about, long x, long y) {
        return new Cell(
                name,
                about.clock(),
                about.department(),
                Optional.of(x),
                Optional.of(y),
                y == 0 ? Optional.empty() : Optional.of(MILLE * x / y),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /**
     * The margin of a sample without replacement at 95 %, in thousandths: 0.98 √((1 − n/F)/n). The only root in any figure,
     * and nothing is decided by it.
     */
    static Cell margin(String name, long n, long frame) {
        Optional<Long> permille = n == 0 || frame == 0
                ? Optional.empty()
                : Optional.of((long) (980 * Math.sqrt((1 - (double) n / frame) / n)));
        return new Cell(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(n),
                permille,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    static Cell count(String name, About about, long y) {
        return new Cell(
                name,
                about.clock(),
                about.department(),
                Optional.empty(),
                Optional.of(y),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    static Cell seconds(String name, long y, Optional<Long> p50, Optional<Long> p90) {
        return new Cell(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(y),
                Optional.empty(),
                p50,
                p90,
                false);
    }

    /** As the public sees it: nothing about fewer than five. */
    Cell forThePublic() {
        return y.filter(count -> count < FEWEST).isEmpty()
                ? this
                : new Cell(
                        name,
                        clock,
                        department,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true);
    }
}
