package org.countyledger.domain.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a row does to clocks. */
public sealed interface ClockStep {

    /** The step is taken only if this holds. */
    default Condition when() {
        return Condition.ALWAYS;
    }

    /** ✓: the act was done, in time or late. */
    record Meets(List<String> clocks, Condition when) implements ClockStep {}

    /** ✕: no longer owed. */
    record Cancels(List<String> clocks, Condition when) implements ClockStep {}

    /** ✕ all, and what waits for a delivery. */
    record CancelsAll() implements ClockStep {}

    /** ‖ with the pause's code. */
    record Pauses(String code, List<String> clocks) implements ClockStep {}

    /** ▶: goes on with what remained. */
    record Resumes(List<String> clocks) implements ClockStep {}

    /** +: starts now. */
    record Starts(Start start, Condition when) implements ClockStep {}

    /** +: the entry of this parameter is added to what the clock, running or paused, still has. */
    record Extends(String clock, String parameter, Condition when) implements ClockStep {}

    /**
     * +: clocks whose ends stand in the record: the slot of a service, the obligations of an agreement.
     *
     * @param label what the tables call them
     */
    record Dated(String label, Function<Situation, Map<String, Instant>> ends) implements ClockStep {}

    /**
     * ✓ ✕ ‖ ▶ of clocks that the situation names.
     *
     * @param label what the tables call them
     */
    record Named(Move move, String label, Function<Situation, List<String>> clocks) implements ClockStep {

        /** What becomes of them; suspended clocks go on only when they are released. */
        public enum Move {
            MEET,
            CANCEL,
            SUSPEND,
            RELEASE
        }
    }

    /** ✉: starts when the row's document is delivered. */
    record Awaits(Start start, Condition when) implements ClockStep {}

    /**
     * A clock to start.
     *
     * @param parameter name of its policy entry, without prefix and suffix
     * @param policy prefix of the policy, if it is not that of the record's kind
     * @param window a resident's time to act
     * @param fractionOf another clock of the record of whose period this one is a per-mille share
     * @param from where it counts from, if not from now
     */
    record Start(
            String clock,
            String parameter,
            Optional<String> policy,
            boolean window,
            Optional<String> fractionOf,
            Optional<Function<Situation, Instant>> from) {

        /** An organ's duty whose entry has the clock's own name. */
        public static Start clock(String name) {
            return new Start(
                    name, name.toLowerCase(Locale.ROOT), Optional.empty(), false, Optional.empty(), Optional.empty());
        }

        /** A resident's window, marked R in the tables. */
        public static Start window(String name) {
            return new Start(
                    name, name.toLowerCase(Locale.ROOT), Optional.empty(), true, Optional.empty(), Optional.empty());
        }

        public Start by(String otherParameter) {
            return new Start(clock, otherParameter, policy, window, fractionOf, from);
        }

        /** The period is an entry of another policy. */
        public Start of(String otherPolicy) {
            return new Start(clock, parameter, Optional.of(otherPolicy), window, fractionOf, from);
        }

        public Start shareOf(String otherClock) {
            return new Start(clock, parameter, policy, window, Optional.of(otherClock), from);
        }

        public Start from(Function<Situation, Instant> moment) {
            return new Start(clock, parameter, policy, window, fractionOf, Optional.of(moment));
        }
    }
}
