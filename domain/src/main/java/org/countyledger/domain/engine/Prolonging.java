package org.countyledger.domain.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.lifecycle.ClockStep;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.policy.PolicyVersion.NamedPeriod;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Clock.Pause;
import org.countyledger.domain.record.Clock.Period;
import org.countyledger.domain.record.Clock.Provisional;
import org.countyledger.domain.record.Clock.Unit;
import org.countyledger.domain.time.DueDate;
import org.countyledger.domain.time.WorkCalendar;

/** Adds a period to a clock that runs or is paused; the event names the policy entry that gave it. */
final class Prolonging {
    private static final String EXTENDED_BY = "extendedBy";

    private final Situation situation;
    private final Draft draft;
    private final WorkCalendar calendar;

    Prolonging(Situation situation, Draft draft) {
        this.situation = situation;
        this.draft = draft;
        this.calendar = situation.policies().calendar(situation.at());
    }

    void apply(ClockStep.Extends step) {
        String prefix = draft.founding().kind().prefix().orElseThrow();
        PolicyVersion policy = policy(situation, draft, prefix);
        NamedPeriod more = policy.period(step.parameter())
                .orElseThrow(() -> new RefusedException(RefusalCode.POLICY_MISSING, prefix + "." + step.parameter()));
        draft.note(EXTENDED_BY, ClockWork.basis(policy, more.entry()));
        draft.clocks()
                .replaceAll(clock ->
                        clock.name().equals(step.clock()) && clock.isLive() ? prolonged(clock, more.period()) : clock);
    }

    private Clock prolonged(Clock clock, Period more) {
        Clock later = running(clock, more);
        if (clock.state() == Clock.State.RUNNING) {
            return later;
        }
        Pause pause = clock.pause().orElseThrow();
        return later.paused(
                new Pause(pause.since(), pause.code(), pause.left() + left(clock, later, more), pause.total()));
    }

    /** What the paused clock has more: working days where it counts them, else seconds. */
    private static long left(Clock clock, Clock later, Period more) {
        boolean countsDays = clock.period().unit() == Unit.wd
                && clock.pause().filter(Pause::beganLate).isEmpty();
        if (countsDays && more.unit() != Unit.wd) {
            throw new RefusedException(
                    RefusalCode.POLICY_INVALID, "a paused period in working days takes working days");
        }
        return countsDays
                ? more.value()
                : Duration.between(clock.dueAt(), later.dueAt()).toSeconds();
    }

    /** Counts on from the last day that was in time; an estimate stays one. */
    private Clock running(Clock clock, Period more) {
        Optional<Provisional> open = clock.provisional().filter(provisional -> more.unit() == Unit.wd);
        if (open.isPresent()) {
            Provisional provisional = open.get();
            DueDate due = DueDate.workingDays(
                    provisional.calendarThrough(), provisional.workingDaysLeft() + more.value(), calendar);
            return clock.with(due.at(), due.provisional());
        }
        Instant from =
                more.unit().isFromTheMoment() ? clock.dueAt() : clock.dueAt().minusSeconds(1);
        DueDate due = DueDate.of(from, more, clock.window(), calendar);
        return clock.with(due.at(), due.provisional().or(clock::provisional));
    }

    /** The record's own version if it was opened under that policy, else the one in effect now. */
    static PolicyVersion policy(Situation situation, Draft draft, String prefix) {
        return draft.founding()
                .policyRef()
                .filter(ref -> ref.id().equals(prefix))
                .flatMap(ref -> situation.policies().text(ref.id(), ref.version()))
                .or(() -> situation.policies().at(prefix, situation.at()))
                .orElseThrow(() -> new RefusedException(RefusalCode.POLICY_MISSING, prefix));
    }
}
