package org.countyledger.domain.engine;

import java.util.Optional;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Effect;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Staged;
import org.countyledger.domain.record.AwaitedClock.Document;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Group;

/** Carries one permitted row out on the draft of one record. */
final class Transition {
    private final Lifecycle lifecycle;
    private final Situation situation;
    private final Row row;
    private final Draft draft;
    private final Situation source;

    Transition(Lifecycle lifecycle, Situation situation, Draft draft) {
        this.lifecycle = lifecycle;
        this.situation = situation;
        this.row = situation.row();
        this.draft = draft;
        this.source = situation;
    }

    private Transition(Transition opened, Situation source) {
        this.lifecycle = opened.lifecycle;
        this.situation = opened.situation;
        this.row = opened.row;
        this.draft = opened.draft;
        this.source = source;
    }

    /** For a record that another one opens: its private values were staged for the command to that one. */
    Transition stagedFor(Situation opener) {
        return new Transition(this, opener);
    }

    /** The first of two officers: remembered, nothing else moves. */
    Change remember() {
        situation.actor().staff().ifPresent(staff -> draft.pending(Optional.of(Pendings.first(situation, staff))));
        return new Finish(situation, draft).inState(situation.header().state());
    }

    Change run() {
        Fields.into(draft, situation);
        stage();
        recordHands();
        for (Effect effect : row.effects().own()) {
            effect.apply(situation, draft);
        }
        moveClocks();
        return new Finish(situation, draft).inState(row.target(situation.before()));
    }

    private long seq() {
        return situation.before().map(Header::seq).orElse(0L) + 1;
    }

    private void stage() {
        situation.command().commitments().forEach((group, commitment) -> {
            if (row.arguments().groups().contains(group)) {
                draft.group(group, new Group(commitment, seq(), source.owner(), StagedContents.key(source, group)));
            }
        });
    }

    private void recordHands() {
        situation.actor().staff().ifPresent(staff -> draft.hand(row.effects().duty(), staff));
        GuardChecks.pendingOf(situation)
                .ifPresent(first -> draft.hand(row.effects().duty(), first.staff()));
        if (row.checks().twice() || leavesState()) {
            draft.pending(Optional.empty());
        }
    }

    private boolean leavesState() {
        return !situation.before().map(Header::state).equals(Optional.of(row.target(situation.before())));
    }

    private void moveClocks() {
        boolean ends =
                leavesState() && lifecycle.state(row.target(situation.before())).isTerminal();
        if (row.effects().clocks().isEmpty() && !ends && draft.delivered().isEmpty()) {
            return;
        }
        ClockWork clocks = new ClockWork(situation, draft);
        clocks.apply(row.effects().clocks(), document());
        draft.delivered().ifPresent(clocks::deliver);
        if (ends) {
            clocks.cancelAll();
        }
    }

    /** The row's document: the first group that it stages. */
    private Optional<Document> document() {
        for (Staged staged : row.arguments().staged()) {
            if (!staged.forOpened()) {
                return Optional.of(new Document(staged.group(), seq()));
            }
        }
        return Optional.empty();
    }
}
