package org.countyledger.domain.simulation;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;

/** One case: looks where it stands, does what is next, and says when it goes on. */
abstract class CaseLife implements Agenda.Life {
    final Desk desk;
    final IdempotencyKey founding;
    final Target target;
    final ResidentKey resident;

    CaseLife(Desk desk, Kind kind, String person) {
        this.desk = desk;
        this.founding = desk.county().newKey();
        this.target = new Target(kind, founding.recordId(kind));
        this.resident = ResidentKey.of(person + target.id());
    }

    /** Creates the record. */
    abstract void begin();

    /** The next step from this state; empty when nothing more happens. */
    abstract Optional<Instant> go(Header header);

    @Override
    public final Optional<Instant> act() {
        if (desk.county().find(target).isEmpty()) {
            begin();
            return desk.hours(6);
        }
        desk.declareOverdue(target);
        desk.intruder().maybeTry(target, resident);
        return go(desk.header(target));
    }

    final Header header() {
        return desk.header(target);
    }

    final Target linked(String rel) {
        Header.Link link = header().link(rel).orElseThrow();
        return new Target(link.kind(), link.id());
    }

    /** By the resident's own key. */
    final Act byResident(String words) {
        return desk.by(Officers.CONDUIT, target)
                .signedBy(KeyRole.HOLDER, resident)
                .does(words);
    }

    /** When the clock is over; a little later if it is not known yet. */
    final Optional<Instant> after(String clock) {
        return header().clock(clock)
                .filter(started -> started.provisional().isEmpty())
                .map(Clock::dueAt);
    }
}
