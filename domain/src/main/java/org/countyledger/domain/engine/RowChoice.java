package org.countyledger.domain.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Placement.Mismatch;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Who;
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
        List<Situation> inForce = new ArrayList<>(byState.size());
        Optional<Situation> first = Optional.empty();
        for (Row row : byState) {
            Situation situation = new Situation(row, header, request, facts);
            if (row.passage().takes(command.variant()) && row.passage().where().holds(situation)) {
                first = first.isPresent() ? first : Optional.of(situation);
                if (row.inForce()) {
                    inForce.add(situation);
                }
            }
        }
        if (first.isEmpty()) {
            return none(RefusalCode.ILLEGAL_TRANSITION, lifecycle, command);
        }
        return inForce.isEmpty() ? none(RefusalCode.NOT_YET, first.get()) : byWho(inForce);
    }

    private static RowChoice byWho(List<Situation> meant) {
        for (Situation situation : meant) {
            Optional<Who> who = Admission.who(situation);
            if (who.isPresent()) {
                Optional<Mismatch> mismatch = Admission.mismatch(who.get(), situation);
                return mismatch.isPresent() ? none(code(mismatch.get()), situation) : new Found(situation);
            }
        }
        return none(RefusalCode.ROLE_NOT_ALLOWED, meant.getFirst());
    }

    private static RowChoice none(RefusalCode code, Situation situation) {
        return new None(Refusal.of(code, situation.row().rule()));
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
