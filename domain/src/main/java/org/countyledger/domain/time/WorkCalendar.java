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

    public WorkCalendar(IntFunction<Optional<WorkYear>> years) {
        this.years = years;
    }

    /** Empty if the year of the day is not published. */
    Optional<Boolean> isWorkingDay(LocalDate day) {
        return known.computeIfAbsent(day.getYear(), years::apply).map(year -> year.isWorkingDay(day));
    }
}
