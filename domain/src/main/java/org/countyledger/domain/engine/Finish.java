package org.countyledger.domain.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Event.ClockChange;
import org.countyledger.domain.record.Event.Doer;
import org.countyledger.domain.record.Event.Signer;
import org.countyledger.domain.record.Event.Step;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Position;

/** Makes the header after a transition and its event. */
final class Finish {
    private final Situation situation;
    private final Draft draft;

    Finish(Situation situation, Draft draft) {
        this.situation = situation;
        this.draft = draft;
    }

    Change inState(String state) {
        Header header = draft.finish(position(state));
        return new Change(header, event(header));
    }

    private Position position(String state) {
        Optional<Position> before = situation.before().map(Header::position);
        return new Position(
                state,
                before.filter(position -> position.state().equals(state))
                        .map(Position::since)
                        .orElse(situation.at()),
                before.map(Position::seq).orElse(0L) + 1,
                situation.at(),
                Event.NO_EVENT_BEFORE,
                situation.request().moment().txId());
    }

    private Event event(Header after) {
        Optional<Position> before = situation.before().map(Header::position);
        Step step = new Step(
                situation.row().rule(),
                situation.row().action(),
                situation.command().variant(),
                before.map(Position::state).orElse(""),
                after.state());
        Clear clear = Fields.ofEvent(draft, situation);
        return new Event(
                after.seq(),
                step,
                doer(situation.actor()),
                signers(),
                clear,
                situation.command().commitments(),
                clockChanges(),
                situation.at(),
                before.map(Position::lastEventDigest).orElse(Event.NO_EVENT_BEFORE),
                new HeaderChanges(situation.before(), after)
                        .beyond(clear, situation.command().commitments(), Fields.apart(situation)));
    }

    private static Doer doer(Actor actor) {
        return new Doer(actor.mspId(), actor.department(), actor.role().name(), actor.staff());
    }

    private List<Signer> signers() {
        Command command = situation.command();
        if (command.signatures().isEmpty()) {
            return List.of();
        }
        String digest = Digests.sha256Hex(command.signedBytes(
                situation.request().moment().channel(),
                situation.request().moment().chaincode()));
        return command.signatures().stream()
                .map(signature -> new Signer(signature.keyRole(), signature.spki(), digest, signature.signature()))
                .toList();
    }

    private List<ClockChange> clockChanges() {
        List<ClockChange> changes = new ArrayList<>();
        for (Clock clock :
                ClockWork.changed(situation.before().map(Header::clocks).orElse(List.of()), draft.clocks())) {
            changes.add(ClockChange.of(clock, starts(clock)));
        }
        return changes;
    }

    private boolean starts(Clock clock) {
        return situation
                .before()
                .flatMap(header -> header.clock(clock.name(), clock.n()))
                .isEmpty();
    }
}
