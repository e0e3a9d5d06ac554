package org.countyledger.risk.drift;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What scores of one month said on average, and what came.
 *
 * @param said mean score, from 0 to 1
 * @param came share of the records of which it came true
 */
public record CalibrationMonth(YearMonth month, int records, double said, double came) {
    private static final double MILLION = 1e6;

    /** A score whose outcome is known. */
    public record Told(LocalDate day, int millionths, boolean cameTrue) {}

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
        return new CalibrationMonth(month, told.size(), said / MILLION / told.size(), (double) came / told.size());
    }

    /** One line for people. */
    public String text() {
        return String.format(Locale.ROOT, "%s: said %.3f, came %.3f, of %d records", month, said, came, records);
    }
}
