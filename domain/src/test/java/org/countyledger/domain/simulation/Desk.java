package org.countyledger.domain.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.AwaitedClock;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Papers;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;

/** What every case needs of the county: officers, time, papers, and how late or conflicted people are. */
record Desk(TestCounty county, Cadre cadre, Agenda agenda, Chance chance, Intruder intruder) {
    private static final int LATE_PERCENT = 4;
    private static final int CONFLICTED_PERCENT = 3;
    private static final int LATE_DAYS = 45;
    private static final int HIGHEST_LEVEL = 3;

    Header header(Target target) {
        return county.header(target);
    }

    Act by(Actor actor, Target target) {
        return county.by(actor, target);
    }

    Act byTimer(Target target) {
        return by(Officers.timerOf(header(target).founding().ownerOrg()), target);
    }

    Papers papers() {
        return new Papers(county);
    }

    /** In office hours, after so many hours, now and then far too late. */
    Optional<Instant> hours(int most) {
        Duration work = Duration.ofMinutes(10 + chance.below(60 * most));
        Duration delay = chance.percent(LATE_PERCENT) ? work.plusDays(chance.below(LATE_DAYS)) : work;
        return Optional.of(Agenda.officeHour(county.now(), delay));
    }

    Optional<Instant> days(int most) {
        return Optional.of(Agenda.officeHour(county.now(), Duration.ofHours(chance.below(24 * most) + 1L)));
    }

    Actor one(Role role, String place) {
        return chance.one(cadre.at(role, place));
    }

    /** An officer of this role other than these. */
    Actor another(Role role, String place, List<Actor> than) {
        return chance.one(cadre.at(role, place).stream()
                .filter(actor -> !than.contains(actor))
                .toList());
    }

    /**
     * An officer who may act: declares that there is no conflict of interest. Now and then the first has one, stands aside
     * and cannot take the step.
     */
    Actor cleared(Role role, String place, Target target, String forbidden) {
        Actor first = chance.one(cadre.at(role, place).stream()
                .filter(actor -> !hasConflict(actor, target))
                .toList());
        boolean declared = county.find(papers().declaration(first, target)).isPresent();
        if (declared || !chance.percent(CONFLICTED_PERCENT)) {
            papers().declareNone(first, target);
            return first;
        }
        papers().declaring(first, target, "CONFLICT").staging("relation").accepted();
        intruder.mustBeRefused(by(first, target).does(forbidden), RefusalCode.RECUSED);
        by(first, target).does("flagConflict").with("officer", staff(first)).accepted();
        Actor second = chance.one(cadre.at(role, place).stream()
                .filter(actor -> !hasConflict(actor, target))
                .toList());
        papers().declareNone(second, target);
        return second;
    }

    private boolean hasConflict(Actor officer, Target target) {
        return county.find(papers().declaration(officer, target))
                .filter(declared -> declared.fields().text("answer").equals(Optional.of("CONFLICT")))
                .isPresent();
    }

    static String staff(Actor actor) {
        return actor.staff().orElseThrow();
    }

    /** Anybody's timer declares what is overdue by now. */
    void declareOverdue(Target target) {
        List<String> late = header(target)
                .running()
                .filter(clock -> !clock.window() && clock.isPast(county.now()))
                .map(Clock::name)
                .distinct()
                .toList();
        for (String clock : late) {
            for (int level = 1; level <= HIGHEST_LEVEL; level++) {
                if (!(county.declareOverdue(Officers.TIMER, target, clock, level) instanceof Accepted)) {
                    break;
                }
            }
        }
    }

    /** Sends the document of this group and proves that it arrived. */
    void deliver(Target target, String group) {
        papers().deliver(sender(target), target, group);
    }

    /** The same for every document that a clock waits for. */
    void deliverAwaited(Target target) {
        header(target).awaited().stream()
                .map(AwaitedClock::document)
                .distinct()
                .forEach(document -> papers().deliver(sender(target), target, document));
    }

    private Actor sender(Target target) {
        String department = header(target).handling().dept().orElseThrow();
        return cadre.all().stream()
                .filter(actor -> actor.department().equals(Optional.of(department)))
                .findFirst()
                .orElseThrow();
    }
}
