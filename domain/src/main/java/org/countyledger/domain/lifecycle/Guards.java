package org.countyledger.domain.lifecycle;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Conditions and guards that several tables use. */
public final class Guards {
    private Guards() {}

    /** The command says this in the field. */
    public static Condition says(String field, String... values) {
        return situation -> Arrays.asList(values).contains(situation.text(field));
    }

    /** The record's own field is one of these. */
    public static Condition fieldIs(String field, String... values) {
        return situation ->
                situation.field(field).filter(Arrays.asList(values)::contains).isPresent();
    }

    public static Condition flagged(String... flags) {
        return situation -> !Collections.disjoint(situation.header().flags(), Arrays.asList(flags));
    }

    /** A boolean field of the record. */
    public static Condition isTrue(String field) {
        return situation ->
                situation.before().map(header -> header.fields().isTrue(field)).orElse(false);
    }

    public static Condition signedBy(KeyRole role) {
        return situation ->
                situation.command().signatures().stream().anyMatch(signature -> signature.keyRole() == role);
    }

    /** The command names the group, which it otherwise need not. */
    public static Guard staged(String group) {
        return situation -> situation.command().commitments().containsKey(group)
                ? Optional.empty()
                : situation.refuse(RefusalCode.COMMITMENT_MISSING, "/commitments/" + group);
    }

    /** The command has the field, which it otherwise need not. */
    public static Guard given(String field) {
        return situation -> situation.clear().has(field)
                ? Optional.empty()
                : situation.refuse(RefusalCode.FIELD_MISSING, "/clear/" + field);
    }

    /** The clock of this name runs. */
    public static Guard running(String clock) {
        return Guard.that(
                situation -> situation.header().clock(clock).map(Clock::state).equals(Optional.of(Clock.State.RUNNING)),
                RefusalCode.CLOCK_NOT_RUNNING);
    }

    /** Somebody with this role signed, whoever submits. */
    public static Guard alsoSignedBy(KeyRole role) {
        return Guard.that(signedBy(role), RefusalCode.SIGNATURE_REQUIRED);
    }

    /** The timer submits it. */
    public static Condition byTimer() {
        return situation -> situation.actor().isTimer();
    }

    /** A field of the command names a record of this kind in one of these states; any state, if none is said. */
    public static Guard names(String field, Kind kind, State... states) {
        return Guard.that(
                situation -> situation
                        .record(kind, situation.text(field))
                        .filter(header -> states.length == 0
                                || Arrays.stream(states)
                                        .anyMatch(state -> state.name().equals(header.state())))
                        .isPresent(),
                RefusalCode.LINK_INVALID);
    }

    /** A linked record is in one of these states. */
    public static Condition linkedIn(String rel, State... states) {
        return situation -> situation
                .linked(rel)
                .map(Header::state)
                .filter(state ->
                        Arrays.stream(states).anyMatch(known -> known.name().equals(state)))
                .isPresent();
    }

    /** The department handles the record from now on; guards have checked that the county has it. */
    public static String organizationOf(Situation situation, String department) {
        return situation
                .policies()
                .county(situation.at())
                .flatMap(county -> county.organizationOf(department))
                .orElse("");
    }

    /** The field names a department of the county. */
    public static Guard isDepartment(String field) {
        return Guard.that(
                situation -> !organizationOf(situation, situation.text(field)).isEmpty(),
                RefusalCode.DEPARTMENT_UNKNOWN);
    }
}
