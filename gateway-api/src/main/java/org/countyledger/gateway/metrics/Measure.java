package org.countyledger.gateway.metrics;

import java.util.Arrays;
import java.util.List;
import org.countyledger.domain.record.Kind;

/** How one figure is made. */
sealed interface Measure {
    /** What it is called within its metric, and in words what is counted. */
    String name();

    /**
     * Events of some rules over events of others.
     *
     * @param counted e.g. {@code B12:UPHELD}, the rule and its variant
     */
    record Ratio(String name, List<String> counted, List<String> over) implements Measure {}

    /** Clocks of this name met in time over those that were due, by department. */
    record OnTime(Kind kind, String clock) implements Measure {
        @Override
        public String name() {
            return "onTime(" + clock + ")";
        }
    }

    /** All clocks that were due, by name and department. */
    record OnTimeOfAll() implements Measure {
        @Override
        public String name() {
            return "onTime";
        }
    }

    /** Clocks that run past their due time, by name and department. */
    record OverdueNow() implements Measure {
        @Override
        public String name() {
            return "overdue";
        }
    }

    /** Seconds from a record's first event of some rules to the first later one of others. */
    record Elapsed(String name, List<String> from, List<String> to) implements Measure {}

    static Measure ratio(String name, String counted, String over) {
        return new Ratio(name, rules(counted), rules(over));
    }

    static Measure elapsed(String name, String from, String to) {
        return new Elapsed(name, rules(from), rules(to));
    }

    private static List<String> rules(String text) {
        return Arrays.asList(text.split(" "));
    }
}
