package org.countyledger.domain.time;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The published years, looked up as they are needed. */
public final class WorkCalendar {
    private final IntFunction<Optional<WorkYear>> years;
    private final Map<Integer, Optional<WorkYear>> known = new HashMap<>();
    private Optional<WorkYear> last = Optional.empty();

    public WorkCalendar(IntFunction<Optional<WorkYear>> years) {
        this.years = years;
    }

    /** Empty if the year of the day is not published. */
    Optional<Boolean> isWorkingDay(LocalDate day) {
        if (last.isEmpty() || last.get().year() != day.getYear()) {
            last = known.computeIfAbsent(day.getYear(), years::apply);
        }
        return last.isPresent() ? Optional.of(last.get().isWorkingDay(day)) : Optional.empty();
    }
}
