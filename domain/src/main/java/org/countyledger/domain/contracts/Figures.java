package org.countyledger.domain.contracts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a month of appointments shows of a provider (domain.md 4 F): integers, every division rounded down, nearest rank.
 * A figure whose denominator is empty is absent.
 */
public record Figures(
        Optional<Long> confirmOnTimePermille,
        Optional<Long> completionPermille,
        Optional<Long> waitP90Seconds,
        Optional<Long> satisfactionMilli,
        Optional<Long> badReviewPermille,
        Optional<Long> availabilityPermille) {
    private static final long WHOLE = 1000;
    private static final long BAD = 2;

    /**
     * One appointment as it stood at the end of the range.
     *
     * @param confirm what became of its clock CONFIRM
     * @param waitedSeconds from the later of check-in and slot to the beginning, if it began
     */
    public record Visit(Confirm confirm, AppointmentState state, Optional<Long> waitedSeconds, Optional<Long> rating) {}

    /** How the provider's duty to confirm ended. */
    public enum Confirm {
        IN_TIME,
        LATE_OR_OVERDUE,
        /** Cancelled, or not due yet: neither counts. */
        OPEN
    }

    /** Slots that a day had, and had to have. */
    public record Day(long opened, long required) {}

    /**
     * The figures of one month.
     *
     * @param minRatings below it satisfaction is not told
     */
    public static Figures of(List<Visit> visits, List<Day> days, long minRatings) {
        List<Long> ratings =
                visits.stream().flatMap(visit -> visit.rating().stream()).toList();
        return new Figures(
                ratio(count(visits, visit -> visit.confirm() == Confirm.IN_TIME), confirmed(visits)),
                completion(visits),
                nearestRank(visits.stream()
                        .flatMap(visit -> visit.waitedSeconds().stream())
                        .toList()),
                ratings.size() < minRatings
                        ? Optional.empty()
                        : ratio(ratings.stream().mapToLong(Long::longValue).sum(), ratings.size()),
                ratio(ratings.stream().filter(rating -> rating <= BAD).count(), ratings.size()),
                ratio(
                        days.stream()
                                .mapToLong(day -> Math.min(day.opened(), day.required()))
                                .sum(),
                        days.stream().mapToLong(Day::required).sum()));
    }

    private static long confirmed(List<Visit> visits) {
        return count(visits, visit -> visit.confirm() != Confirm.OPEN);
    }

    private static Optional<Long> completion(List<Visit> visits) {
        long completed = count(visits, visit -> switch (visit.state()) {
            case COMPLETED, RATED, COMPLETED_UNRATED -> true;
            default -> false;
        });
        long failed = count(visits, visit -> switch (visit.state()) {
            case NO_SHOW_PROVIDER, CANCELLED_BY_PROVIDER, UNSERVED -> true;
            default -> false;
        });
        return ratio(completed, completed + failed);
    }

    private static long count(List<Visit> visits, Predicate<Visit> which) {
        return visits.stream().filter(which).count();
    }

    private static Optional<Long> ratio(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of(WHOLE * part / whole);
    }

    /** The ⌈0.9 n⌉th of n. */
    private static Optional<Long> nearestRank(List<Long> seconds) {
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        List<Long> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return Optional.of(sorted.get((9 * sorted.size() + 9) / 10 - 1));
    }
}
