package org.countyledger.domain.support;

import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.time.DueDate;
import org.countyledger.domain.time.WorkCalendar;

/** Gives a provisional clock its due date once the calendar is published (Z03; architecture.md, rule 8). */
final class DueDateFix {
    private DueDateFix() {}

    static Guard guard() {
        return situation -> situation
                .header()
                .clock(situation.text("clock"), n(situation))
                .filter(clock -> clock.isLive() && clock.provisional().isPresent())
                .map(clock -> fixed(clock, situation).provisional().isPresent()
                        ? situation.refuse(RefusalCode.CLOCK_PROVISIONAL)
                        : Optional.<Refusal>empty())
                .orElseGet(() -> situation.refuse(RefusalCode.CLOCK_NOT_RUNNING));
    }

    static void apply(Situation situation, Draft draft) {
        draft.clocks()
                .replaceAll(clock -> clock.name().equals(situation.text("clock")) && clock.n() == n(situation)
                        ? fixed(clock, situation)
                        : clock);
    }

    private static int n(Situation situation) {
        return situation.clear().integer("n").orElse(0L).intValue();
    }

    private static Clock fixed(Clock clock, Situation situation) {
        WorkCalendar calendar = situation.policies().calendar(situation.at());
        DueDate due = clock.provisional()
                .filter(provisional -> provisional.workingDaysLeft() > 0)
                .map(provisional ->
                        DueDate.workingDays(provisional.calendarThrough(), provisional.workingDaysLeft(), calendar))
                .orElseGet(() -> DueDate.of(clock.startedAt(), clock.period(), clock.window(), calendar));
        return clock.with(due.at(), due.provisional());
    }
}
