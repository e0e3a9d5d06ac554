package org.countyledger.domain.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.ClockStep.Named.Move;
import org.countyledger.domain.lifecycle.ClockStep.Start;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Reads a row of a table like the law. */
public final class RowBuilder {
    private final String rule;
    private final Set<String> from = new LinkedHashSet<>();
    private boolean anyState;
    private boolean terminalToo;
    private String action = "";
    private Optional<String> variant = Optional.empty();
    private Condition where = Condition.ALWAYS;
    private String to = Row.SAME;
    private final List<Who> who = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private boolean noConflict;
    private final List<Separation> separations = new ArrayList<>();
    private boolean twice;
    private Optional<Trigger> notBefore = Optional.empty();
    private boolean onlyTimerWaits;
    private boolean witnessed;
    private final List<Field> fields = new ArrayList<>();
    private final List<Staged> staged = new ArrayList<>();
    private final List<ClockStep> clocks = new ArrayList<>();
    private Duty duty = Duty.ACT;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Row.Opener> opens = new ArrayList<>();
    private boolean overlayOnly;
    private boolean inForce = true;
    private Source source = Source.DEFAULT;

    private RowBuilder(String rule) {
        this.rule = rule;
    }

    public static RowBuilder row(String rule) {
        return new RowBuilder(rule);
    }

    public RowBuilder creates() {
        return this;
    }

    public RowBuilder from(State... states) {
        Arrays.stream(states).map(State::name).forEach(from::add);
        return this;
    }

    /** Every state that is not terminal. */
    public RowBuilder fromAny() {
        anyState = true;
        return this;
    }

    /** Every state, terminal ones too. */
    public RowBuilder fromAnyAlsoTerminal() {
        terminalToo = true;
        return fromAny();
    }

    /** The action, with its variant after a colon. */
    public RowBuilder action(String words) {
        int colon = words.indexOf(':');
        action = colon < 0 ? words : words.substring(0, colon);
        variant = colon < 0 ? Optional.empty() : Optional.of(words.substring(colon + 1));
        return this;
    }

    /** Tells rows of the same action and state apart. */
    public RowBuilder where(Condition condition) {
        where = condition;
        return this;
    }

    public RowBuilder to(State state) {
        to = state.name();
        return this;
    }

    /** The state stays as it is. */
    public RowBuilder stays() {
        to = Row.SAME;
        return this;
    }

    public RowBuilder by(Role... roles) {
        Arrays.stream(roles).map(Who.Holder::new).forEach(who::add);
        return this;
    }

    /** An officer of the department that the situation names, where it is not the record's own. */
    public RowBuilder byOfficerOf(Function<Situation, Handling> place, Role... roles) {
        Arrays.stream(roles).map(role -> new Who.HolderAt(role, place)).forEach(who::add);
        return this;
    }

    public RowBuilder by(Who other) {
        who.add(other);
        return this;
    }

    public RowBuilder byTimer() {
        return by(Role.SYSTEM_TIMER);
    }

    public RowBuilder byKey(KeyRole first, KeyRole... more) {
        Set<KeyRole> roles = new LinkedHashSet<>(List.of(first));
        roles.addAll(Arrays.asList(more));
        return by(new Who.Key(roles));
    }

    public RowBuilder openedBy(String... rules) {
        return by(new Who.OpenedBy(Set.of(rules)));
    }

    public RowBuilder when(Guard... all) {
        guards.addAll(Arrays.asList(all));
        return this;
    }

    /** nc: the actor declared that there is no conflict of interest with this record. */
    public RowBuilder noConflict() {
        noConflict = true;
        return this;
    }

    public RowBuilder separate(Separation... all) {
        separations.addAll(Arrays.asList(all));
        return this;
    }

    /** Takes effect when a second officer submits the same. */
    public RowBuilder twice() {
        twice = true;
        return this;
    }

    public RowBuilder notBefore(Trigger trigger) {
        notBefore = Optional.of(trigger);
        return this;
    }

    /** As {@link #notBefore}, for the timer; officers and residents need not wait for it. */
    public RowBuilder timerNotBefore(Trigger trigger) {
        onlyTimerWaits = true;
        return notBefore(trigger);
    }

    public RowBuilder witnessed() {
        witnessed = true;
        return this;
    }

    /** Fields that stand in the header and in the event. */
    public RowBuilder shows(Field... all) {
        fields.addAll(Arrays.asList(all));
        return this;
    }

    /** Fields that stand in the event only. */
    public RowBuilder notes(Field... all) {
        Arrays.stream(all).map(field -> field.at(Field.Place.EVENT)).forEach(fields::add);
        return this;
    }

    /** Fields that stand in the header only; the event has their digest. */
    public RowBuilder keeps(Field... all) {
        Arrays.stream(all).map(field -> field.at(Field.Place.HEADER)).forEach(fields::add);
        return this;
    }

    /** Fields that are used up, e.g. handed on to an opened record. */
    public RowBuilder takes(Field... all) {
        Arrays.stream(all).map(field -> field.at(Field.Place.NOWHERE)).forEach(fields::add);
        return this;
    }

    /** Private groups of the record that the command must name. */
    public RowBuilder stages(String... groups) {
        Arrays.stream(groups).map(group -> new Staged(group, true, false)).forEach(staged::add);
        return this;
    }

    public RowBuilder mayStage(String... groups) {
        Arrays.stream(groups).map(group -> new Staged(group, false, false)).forEach(staged::add);
        return this;
    }

    /** Private groups of the record that the row opens. */
    public RowBuilder stagesForOpened(String... groups) {
        Arrays.stream(groups).map(group -> new Staged(group, true, true)).forEach(staged::add);
        return this;
    }

    public RowBuilder meets(String... names) {
        return clock(new ClockStep.Meets(List.of(names), Condition.ALWAYS));
    }

    public RowBuilder meetsIf(Condition condition, String... names) {
        return clock(new ClockStep.Meets(List.of(names), condition));
    }

    public RowBuilder cancels(String... names) {
        return clock(new ClockStep.Cancels(List.of(names), Condition.ALWAYS));
    }

    public RowBuilder cancelsIf(Condition condition, String... names) {
        return clock(new ClockStep.Cancels(List.of(names), condition));
    }

    public RowBuilder cancelsAll() {
        return clock(new ClockStep.CancelsAll());
    }

    public RowBuilder pauses(String code, String... names) {
        return clock(new ClockStep.Pauses(code, List.of(names)));
    }

    public RowBuilder resumes(String... names) {
        return clock(new ClockStep.Resumes(List.of(names)));
    }

    public RowBuilder starts(String name) {
        return starts(Start.clock(name));
    }

    public RowBuilder starts(Start start) {
        return startsIf(Condition.ALWAYS, start);
    }

    public RowBuilder startsIf(Condition condition, Start start) {
        return clock(new ClockStep.Starts(start, condition));
    }

    /** ✉: the window starts when the first group that the row stages is delivered. */
    public RowBuilder awaits(Start start) {
        return clock(new ClockStep.Awaits(start, Condition.ALWAYS));
    }

    public RowBuilder awaitsIf(Condition condition, Start start) {
        return clock(new ClockStep.Awaits(start, condition));
    }

    /** Adds the entry of the parameter to the clock of this name. */
    public RowBuilder prolongs(String name, String parameter) {
        return prolongsIf(Condition.ALWAYS, name, parameter);
    }

    public RowBuilder prolongsIf(Condition condition, String name, String parameter) {
        return clock(new ClockStep.Extends(name, parameter, condition));
    }

    /** Clocks whose ends stand in the record. */
    public RowBuilder startsDated(String label, Function<Situation, Map<String, Instant>> ends) {
        return clock(new ClockStep.Dated(label, ends));
    }

    /** Moves clocks that the situation names. */
    public RowBuilder moves(Move move, String label, Function<Situation, List<String>> names) {
        return clock(new ClockStep.Named(move, label, names));
    }

    private RowBuilder clock(ClockStep step) {
        clocks.add(step);
        return this;
    }

    /** The duty that the officer's hand is recorded under. */
    public RowBuilder hand(Duty newDuty) {
        duty = newDuty;
        return this;
    }

    /** Writes what its effects say and no event: the record's sequence stays. */
    public RowBuilder overlayOnly() {
        overlayOnly = true;
        return this;
    }

    public RowBuilder does(Effect effect) {
        effects.add(effect);
        return this;
    }

    public RowBuilder opens(Kind kind, Row.Opener opener) {
        opens.add(situation -> opener.openings(situation).stream()
                .peek(opening -> require(opening.kind() == kind))
                .toList());
        return this;
    }

    /** Records of several kinds. */
    public RowBuilder opensAny(Row.Opener opener) {
        opens.add(opener);
        return this;
    }

    private void require(boolean fine) {
        if (!fine) {
            throw new IllegalStateException(rule + " opens a record of another kind than it says");
        }
    }

    /** The row stands in the table and is refused with that code. */
    public RowBuilder notYet() {
        inForce = false;
        return this;
    }

    public RowBuilder source(String text) {
        source = new Source(text, true);
        return this;
    }

    /** The official text was not seen. */
    public RowBuilder unverified(String text) {
        source = new Source(text, false);
        return this;
    }

    Row build() {
        return new Row(
                rule,
                new Row.Passage(from, anyState, terminalToo, action, variant, where, to),
                who,
                new Row.Checks(guards, noConflict, separations, twice, notBefore, onlyTimerWaits, witnessed),
                new Row.Arguments(fields, staged),
                new Row.Effects(clocks, duty, effects, opens, overlayOnly),
                new Row.Standing(inForce, source));
    }
}
