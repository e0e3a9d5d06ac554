package org.countyledger.domain.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.countyledger.domain.actor.Placement.Mismatch;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;

/** Finds the one row that a request means: by state, then variant, then role. */
sealed interface RowChoice {

    record Found(Situation situation) implements RowChoice {}

    record None(Refusal refusal) implements RowChoice {}

    static RowChoice of(Lifecycle lifecycle, Optional<Header> header, Request request, Facts facts) {
        Command command = request.command();
        List<Row> byState = lifecycle.rows(command.action(), header.map(Header::state));
        if (byState.isEmpty()) {
            return none(RefusalCode.ILLEGAL_TRANSITION, lifecycle, command);
        }
        List<Situation> meant = byState.stream()
                .filter(row -> row.passage().takes(command.variant()))
                .map(row -> new Situation(row, header, request, facts))
                .filter(situation -> situation.row().passage().where().holds(situation))
                .toList();
        if (meant.isEmpty()) {
            return none(RefusalCode.ILLEGAL_TRANSITION, lifecycle, command);
        }
        if (meant.stream().noneMatch(situation -> situation.row().inForce())) {
            return new None(
                    Refusal.of(RefusalCode.NOT_YET, meant.getFirst().row().rule()));
        }
        return byWho(
                meant.stream().filter(situation -> situation.row().inForce()).toList());
    }

    private static RowChoice byWho(List<Situation> meant) {
        Predicate<Situation> roleFits = situation -> Admission.hasRole(situation);
        List<Situation> byRole = meant.stream().filter(roleFits).toList();
        if (byRole.isEmpty()) {
            return new None(Refusal.of(
                    RefusalCode.ROLE_NOT_ALLOWED, meant.getFirst().row().rule()));
        }
        Situation chosen = byRole.getFirst();
        return Admission.mismatch(chosen)
                .<RowChoice>map(mismatch ->
                        new None(Refusal.of(code(mismatch), chosen.row().rule())))
                .orElseGet(() -> new Found(chosen));
    }

    private static RefusalCode code(Mismatch mismatch) {
        return switch (mismatch) {
            case DEPARTMENT -> RefusalCode.WRONG_DEPARTMENT;
            case AREA -> RefusalCode.WRONG_AREA;
        };
    }

    private static RowChoice none(RefusalCode code, Lifecycle lifecycle, Command command) {
        return new None(Refusal.of(code, lifecycle.firstRule(command.action())));
    }
}
