package org.countyledger.domain.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Idempotency;

/** Asks the table what an actor may do next, without a command. */
final class AllowedRows {
    private AllowedRows() {}

    static List<Allowed> of(Lifecycle lifecycle, Header header, Actor actor, Facts facts) {
        return lifecycle.rowsFrom(header.state()).stream()
                .filter(Row::inForce)
                .map(row -> new Situation(row, Optional.of(header), asked(header, row, actor), facts))
                .filter(AllowedRows::isOpen)
                .map(situation -> Allowed.of(situation.row()))
                .toList();
    }

    private static boolean isOpen(Situation situation) {
        return situation.row().passage().where().holds(situation)
                && Admission.hasRole(situation)
                && Admission.mismatch(situation).isEmpty()
                && DutyChecks.isSeparate(situation);
    }

    private static Request asked(Header header, Row row, Actor actor) {
        String nobody = Digests.sha256Hex(new byte[0]);
        Command command = new Command(
                header.kind(),
                header.id(),
                row.action(),
                header.seq(),
                row.passage()
                        .variant()
                        .map(variant -> Clear.of("variant", variant))
                        .orElse(Clear.EMPTY),
                Collections.emptySortedMap(),
                new Idempotency(nobody, nobody),
                Instant.MAX,
                List.of());
        return new Request(
                command,
                actor,
                new Moment(header.position().at(), header.position().lastTxId(), "", ""));
    }
}
