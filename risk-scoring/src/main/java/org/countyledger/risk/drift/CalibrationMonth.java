package org.countyledger.risk.drift;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What scores of one month said on average, what came, and what officers made of them.
 *
 * @param said mean score, from 0 to 1
 * @param came share of the records of which it came true
 */
public record CalibrationMonth(YearMonth month, int records, double said, double came, Overridden overridden) {
    private static final double MILLION = 1e6;

    /** What became of a score. */
    public record Feedback(boolean cameTrue, boolean overridden) {}

    /** A score whose outcome is known. */
    public record Told(LocalDate day, int millionths, Feedback feedback) {
        boolean cameTrue() {
            return feedback.cameTrue();
        }
    }

    /**
     * Records whose score an officer set aside.
     *
     * @param came of how many of them it came true all the same
     */
    public record Overridden(int records, int came) {
        static Overridden of(List<Told> told) {
            List<Told> overridden =
                    told.stream().filter(each -> each.feedback().overridden()).toList();
            long came = overridden.stream().filter(Told::cameTrue).count();
            return new Overridden(overridden.size(), Math.toIntExact(came));
        }
    }

    /** In their order; months without a known outcome are not among them. */
    public static List<CalibrationMonth> of(List<Told> told) {
        TreeMap<YearMonth, List<Told>> months = told.stream()
                .collect(Collectors.groupingBy(each -> YearMonth.from(each.day()), TreeMap::new, Collectors.toList()));
        return months.entrySet().stream()
                .map(month -> of(month.getKey(), month.getValue()))
                .toList();
    }

    private static CalibrationMonth of(YearMonth month, List<Told> told) {
        long said = told.stream().mapToLong(Told::millionths).sum();
        long came = told.stream().filter(Told::cameTrue).count();
        return new CalibrationMonth(
                month, told.size(), said / MILLION / told.size(), (double) came / told.size(), Overridden.of(told));
    }

    /** One line for people. */
    public String text() {
        String line = String.format(Locale.ROOT, "%s: said %.3f, came %.3f, of %d records", month, said, came, records);
        return overridden.records() == 0
                ? line
                : line
                        + String.format(
                                Locale.ROOT,
                                "; overridden %d, of which %d came true",
                                overridden.records(),
                                overridden.came());
    }
}
