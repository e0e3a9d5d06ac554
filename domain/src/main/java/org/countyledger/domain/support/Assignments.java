package org.countyledger.domain.support;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;

/** Who works on a record from now on (Z02), and clocks that stand still by force majeure (Z09). */
final class Assignments {
    private Assignments() {}

    /** Whoever declared a conflict of interest is not given the record. */
    static Guard hasNoConflict() {
        return Guard.that(
                situation -> !situation
                        .record(
                                Kind.CONFLICT_DECLARATION,
                                RecordId.conflictDeclaration(situation.command().id(), situation.text("assignee")))
                        .flatMap(declared -> declared.fields().text("answer"))
                        .equals(Optional.of("CONFLICT")),
                RefusalCode.RECUSED);
    }

    /** Nobody stops the clock of the own department. */
    static Guard ofAnotherDepartment() {
        return Guard.that(
                situation -> !situation
                        .header()
                        .handling()
                        .dept()
                        .equals(situation.actor().department()),
                RefusalCode.SEPARATION_OF_DUTY);
    }

    static List<String> clocks(Situation situation) {
        return situation.clear().texts("clocks");
    }

    static Guard clocksRun() {
        return Guard.that(
                situation -> clocks(situation).stream()
                        .allMatch(name -> situation
                                .header()
                                .running()
                                .anyMatch(clock -> clock.name().equals(name))),
                RefusalCode.CLOCK_NOT_RUNNING);
    }
}
