package org.countyledger.domain.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.record.Header;

/**
 * One rule of a table: one permitted transition (domain.md, legend). Made by {@link RowBuilder}.
 *
 * @param passage from where, by which action, to where
 * @param who any of these may take it
 * @param checks what must be true
 * @param arguments what the command must and may carry
 * @param effects what it does beyond the state
 * @param standing whether it is in force, and where it comes from
 */
public record Row(
        String rule,
        Passage passage,
        List<Who> who,
        Checks checks,
        Arguments arguments,
        Effects effects,
        Standing standing) {

    /** Marks a row that leaves the state as it is. */
    public static final String SAME = "=";

    /**
     * From where to where.
     *
     * @param from names of states; empty: the record is created
     * @param anyState every state that is not terminal
     * @param terminalToo with anyState: terminal states as well
     * @param variant second word of the action, absent: whatever the command says
     * @param where distinguishes rows of the same action and state
     */
    public record Passage(
            Set<String> from,
            boolean anyState,
            boolean terminalToo,
            String action,
            Optional<String> variant,
            Condition where,
            String to) {
        public Passage {
            from = Set.copyOf(from);
        }

        public boolean creates() {
            return from.isEmpty() && !anyState;
        }

        /** Whether a command that says this second word may mean the row. */
        public boolean takes(Optional<String> said) {
            return variant.isEmpty() || variant.equals(said);
        }
    }

    /**
     * What must be true.
     *
     * @param twice two officers must submit the same
     * @param notBefore the moment from which the row is allowed
     * @param onlyTimerWaits that moment holds for the timer alone
     * @param witnessed a key in assisted custody needs a witness beside it
     */
    public record Checks(
            List<Guard> guards,
            boolean noConflict,
            List<Separation> separations,
            boolean twice,
            Optional<Trigger> notBefore,
            boolean onlyTimerWaits,
            boolean witnessed) {
        public Checks {
            guards = List.copyOf(guards);
            separations = List.copyOf(separations);
        }
    }

    /** Fields in clear and private groups. */
    public record Arguments(List<Field> fields, List<Staged> staged) {
        public Arguments {
            fields = List.copyOf(fields);
            staged = List.copyOf(staged);
        }
    }

    /**
     * Clocks, duty, own effects and opened records, in this order.
     *
     * @param overlayOnly the record itself does not move: no event, no sequence
     */
    public record Effects(
            List<ClockStep> clocks, Duty duty, List<Effect> own, List<Opener> opens, boolean overlayOnly) {
        public Effects {
            clocks = List.copyOf(clocks);
            own = List.copyOf(own);
            opens = List.copyOf(opens);
        }
    }

    /** Records to open, decided by the situation. */
    @FunctionalInterface
    public interface Opener {
        List<Opening> openings(Situation situation);
    }

    /** Whether the row is in force. A row that is not is refused as NOT_YET. */
    public record Standing(boolean inForce, Source source) {}

    public Row {
        who = List.copyOf(who);
    }

    public String action() {
        return passage.action();
    }

    public boolean inForce() {
        return standing.inForce();
    }

    /** Whether the row leaves from this state. */
    boolean leaves(State state) {
        return passage.anyState()
                ? passage.terminalToo() || !state.isTerminal()
                : passage.from().contains(state.name());
    }

    /** The state after the row. */
    public String target(Optional<Header> before) {
        return passage.to().equals(SAME) ? before.map(Header::state).orElseThrow() : passage.to();
    }
}
