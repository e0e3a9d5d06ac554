package org.countyledger.domain.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.countyledger.domain.testing.TestCalendar;
import org.countyledger.domain.time.CountyTime;

/** What happens next, in the order of time and of being planned. */
final class Agenda {
    private static final int OPENS = 9;
    private static final int CLOSES = 17;

    /** Something that goes on until it says no next moment. */
    interface Life {
        Optional<Instant> act();
    }

    private record Entry(Instant at, long order, Life life) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
    private long planned;

    void plan(Instant at, Life life) {
        entries.add(new Entry(at, planned++, life));
    }

    /** Lives everything up to this moment; the clock is told each time. */
    void until(Instant end, Consumer<Instant> clock) {
        while (!entries.isEmpty() && !entries.peek().at().isAfter(end)) {
            Entry next = entries.remove();
            clock.accept(next.at());
            next.life()
                    .act()
                    .ifPresent(at -> plan(at.isAfter(next.at()) ? at : next.at().plusSeconds(1), next.life()));
        }
    }

    /** The first office hour after so much time. */
    static Instant officeHour(Instant from, Duration later) {
        Instant at = from.plus(later);
        LocalDate day = CountyTime.day(at);
        int hour = at.atOffset(CountyTime.OFFSET).getHour();
        if (hour >= CLOSES) {
            day = day.plusDays(1);
        }
        boolean today = day.equals(CountyTime.day(at)) && works(day);
        while (!works(day)) {
            day = day.plusDays(1);
        }
        Instant opening = day.atTime(OPENS, 0).toInstant(CountyTime.OFFSET);
        return today && at.isAfter(opening) ? at : opening.plusSeconds(at.getEpochSecond() % 3600);
    }

    private static boolean works(LocalDate day) {
        return TestCalendar.works(day);
    }
}
