package org.countyledger.domain.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * One published year of the working-day calendar: all Saturdays and Sundays rest but the named working weekends, and so
 * do the named days (notice of the State Council; domain.md 3.12).
 */
public record WorkYear(int year, Set<LocalDate> restDays, Set<LocalDate> workingWeekends) {
    public WorkYear {
        restDays = Set.copyOf(restDays);
        workingWeekends = Set.copyOf(workingWeekends);
        for (LocalDate day : restDays) {
            requireIn(year, day);
        }
        for (LocalDate day : workingWeekends) {
            requireIn(year, day);
            if (!isWeekend(day)) {
                throw new IllegalArgumentException(day + " is no Saturday or Sunday");
            }
            if (restDays.contains(day)) {
                throw new IllegalArgumentException(day + " cannot both rest and work");
            }
        }
    }

    private static void requireIn(int year, LocalDate day) {
        if (day.getYear() != year) {
            throw new IllegalArgumentException(day + " is not in " + year);
        }
    }

    boolean isWorkingDay(LocalDate day) {
        return !restDays.contains(day) && (!isWeekend(day) || workingWeekends.contains(day));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
