package org.countyledger.domain.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.contract.LedgerKey.UsedKey;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Draft.Entry;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.RecordId;

/** Gathers what a permitted request writes: the record, those that it opens, its idempotency key. */
final class Acceptance {
    private final Tables tables;
    private final Situation situation;
    private final List<Change> changes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    Acceptance(Tables tables, Situation situation) {
        this.tables = tables;
        this.situation = situation;
    }

    Accepted accept() {
        Lifecycle lifecycle = tables.of(situation.command().kind());
        Draft draft = situation.before().map(Draft::of).orElseGet(() -> new Founder(situation, lifecycle).byCommand());
        Transition transition = new Transition(lifecycle, situation, draft);
        if (situation.row().effects().overlayOnly()) {
            situation.row().effects().own().forEach(effect -> effect.apply(situation, draft));
        } else if (isFirstOfTwo()) {
            changes.add(transition.remember());
        } else {
            changes.add(transition.run());
            open();
        }
        entries.addAll(draft.entries());
        entries.add(used());
        return new Accepted(changes, entries, draft.purges());
    }

    private boolean isFirstOfTwo() {
        return situation.row().checks().twice()
                && GuardChecks.pendingOf(situation).isEmpty();
    }

    private Entry used() {
        return new Entry(
                new UsedKey(
                        situation.actor().mspId(),
                        situation.command().idempotency().tag()),
                new Used(
                        situation.command().idempotency().mac(),
                        situation.request().moment().txId()));
    }

    private void open() {
        if (situation.row().effects().opens().isEmpty()) {
            return;
        }
        Header parent = changes.getFirst().open();
        int n = 0;
        for (Row.Opener opener : situation.row().effects().opens()) {
            for (Opening opening : opener.openings(situation)) {
                open(parent, opening, RecordId.opened(parent.id(), parent.seq(), n));
                n++;
            }
        }
    }

    private void open(Header parent, Opening opening, String id) {
        Opened opened = new Opened(tables, situation, parent);
        Draft draft = opened.draft(opening, id);
        changes.add(opened.run(opening, draft));
        entries.addAll(draft.entries());
        OpenFindings.entry(parent, draft.founding(), situation).ifPresent(entries::add);
    }

    /** A record that a row opens, by its own table's row. */
    record Opened(Tables tables, Situation situation, Header parent) {

        Draft draft(Opening opening, String id) {
            Lifecycle lifecycle = tables.of(opening.kind());
            Draft draft = Founder.opened(parent, lifecycle, id, parent.position());
            opening.place().ifPresent(place -> draft.handledBy(place.org(), place.dept()));
            return draft;
        }

        Change run(Opening opening, Draft draft) {
            Lifecycle lifecycle = tables.of(opening.kind());
            Row row = lifecycle.rule(opening.rule());
            Command asked = situation.command();
            Command command = new Command(
                    opening.kind(),
                    draft.founding().id(),
                    row.action(),
                    0,
                    opening.clear(),
                    Header.sorted(opening.commitments()),
                    asked.idempotency(),
                    asked.notAfter(),
                    List.of());
            Moment moment = situation.request().moment();
            Moment effective = new Moment(situation.at(), moment.txId(), moment.channel(), moment.chaincode());
            Request request = new Request(command, situation.actor(), effective);
            return new Transition(lifecycle, new Situation(row, Optional.empty(), request, situation.facts()), draft)
                    .stagedFor(situation)
                    .run();
        }
    }
}
