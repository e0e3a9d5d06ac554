package org.countyledger.domain.lifecycle;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    public static final class Arguments {
        private final List<Field> fields;
        private final List<Staged> staged;
        private final Map<String, Optional<Field>> byName = new HashMap<>();
        private final int required;
        private final Map<Field.Place, Set<String>> byPlace = new EnumMap<>(Field.Place.class);
        private final Set<String> inHeader;
        private final Set<String> groups;

        Arguments(List<Field> fields, List<Staged> staged) {
            this.fields = List.copyOf(fields);
            this.staged = List.copyOf(staged);
            fields.forEach(field -> byName.put(field.name(), Optional.of(field)));
            this.required = (int) fields.stream().filter(Field::required).count();
            for (Field.Place place : Field.Place.values()) {
                byPlace.put(place, at(fields, place));
            }
            this.inHeader = at(fields, Field.Place.HEADER_AND_EVENT, Field.Place.HEADER);
            this.groups = staged.stream().map(Staged::group).collect(Collectors.toUnmodifiableSet());
        }

        private static Set<String> at(List<Field> fields, Field.Place... places) {
            List<Field.Place> wanted = List.of(places);
            return fields.stream()
                    .filter(field -> wanted.contains(field.place()))
                    .map(Field::name)
                    .collect(Collectors.toUnmodifiableSet());
        }

        public List<Field> fields() {
            return fields;
        }

        public List<Staged> staged() {
            return staged;
        }

        /** The row's field of this name. */
        public Optional<Field> field(String name) {
            return byName.getOrDefault(name, Optional.empty());
        }

        /** How many fields a command must have. */
        public int required() {
            return required;
        }

        /** Names of the fields that are kept in this place. */
        public Set<String> namesAt(Field.Place place) {
            return byPlace.getOrDefault(place, Set.of());
        }

        /** Names of the fields that stand in the header, alone or in the event as well. */
        public Set<String> namesInHeader() {
            return inHeader;
        }

        /** Names of all groups that a command of the row may name. */
        public Set<String> groups() {
            return groups;
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
