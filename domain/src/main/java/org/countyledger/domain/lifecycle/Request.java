package org.countyledger.domain.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;

/** A command with who submits it and when. */
public record Request(Command command, Actor actor, Moment moment) {

    /** Effective time: never before the record's last event (architecture.md, rule 6). */
    public Instant effectiveAt(Optional<Header> header) {
        return header.map(record -> record.position().at())
                .filter(last -> last.isAfter(moment.at()))
                .orElse(moment.at());
    }
}
