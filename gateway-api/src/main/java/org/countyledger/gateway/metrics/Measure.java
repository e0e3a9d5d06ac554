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

    /** Events of some rules. */
    record Count(String name, List<String> counted) implements Measure {}

    /** Records created in the range whose clear field says this, over those that have the field. */
    record Saying(String name, Kind kind, String field, String value) implements Measure {}

    /** Windows that hold readings over all that were appended, missing ones included. */
    record WindowsWithReadings() implements Measure {
        @Override
        public String name() {
            return "windows with readings";
        }
    }

    /** Answers over those who were chosen, of surveys tallied in the range. */
    record Coverage() implements Measure {
        @Override
        public String name() {
            return "coverage";
        }
    }

    /** Confirmations of the range that were signed on a device of the resident's own, over all of them. */
    record SelfHeld(String name, List<String> confirmations) implements Measure {}

    /** Seconds from a record's first event of some rules to the first later one of others. */
    record Elapsed(String name, List<String> from, List<String> to) implements Measure {}

    static Measure ratio(String name, String counted, String over) {
        return new Ratio(name, rules(counted), rules(over));
    }

    static Measure count(String name, String counted) {
        return new Count(name, rules(counted));
    }

    static Measure selfHeld(String name, String confirmations) {
        return new SelfHeld(name, rules(confirmations));
    }

    static Measure elapsed(String name, String from, String to) {
        return new Elapsed(name, rules(from), rules(to));
    }

    private static List<String> rules(String text) {
        return Arrays.asList(text.split(" "));
    }
}
