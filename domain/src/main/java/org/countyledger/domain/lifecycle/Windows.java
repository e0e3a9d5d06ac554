package org.countyledger.domain.lifecycle;

import java.util.Optional;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Group;

/** Residents' windows and delivered documents. */
public final class Windows {
    private static final String DELIVERED = "delivered";

    private Windows() {}

    /** The clock runs and its time is not over. */
    public static Guard open(String clock) {
        return situation -> {
            boolean runs = situation
                    .header()
                    .running()
                    .anyMatch(started -> started.name().equals(clock) && !started.isPast(situation.at()));
            if (runs) {
                return Optional.empty();
            }
            boolean over = situation
                    .header()
                    .running()
                    .anyMatch(started -> started.name().equals(clock));
            return situation.refuse(over ? RefusalCode.WINDOW_OVER : RefusalCode.CLOCK_NOT_RUNNING, clock);
        };
    }

    /** The clock was started in this state, runs and its time is over. */
    public static Condition elapsed(String clock) {
        return situation -> situation
                .header()
                .clock(clock)
                .filter(started -> started.state() == Clock.State.RUNNING
                        && started.provisional().isEmpty()
                        && !situation.at().isBefore(started.dueAt()))
                .filter(started -> !isAwaited(situation.header(), clock))
                .isPresent();
    }

    /** A clock of this name runs, in time or late. */
    public static Condition runs(String clock) {
        return situation ->
                situation.header().running().anyMatch(started -> started.name().equals(clock));
    }

    /** A clock of this name runs or is paused. */
    public static Condition live(String clock) {
        return situation -> situation.header().clocks().stream()
                .anyMatch(started -> started.name().equals(clock) && started.isLive());
    }

    static boolean isAwaited(Header header, String clock) {
        return header.awaited().stream().anyMatch(waiting -> waiting.name().equals(clock));
    }

    /** The last document of this group is proved to have been delivered (Z06). */
    public static Condition delivered(String group) {
        return situation -> situation
                .header()
                .group(group)
                .map(Group::seq)
                .filter(seq -> situation.header().fields().texts(DELIVERED).contains(group + "#" + seq))
                .isPresent();
    }

    public static Guard isDelivered(String group) {
        return Guard.that(delivered(group), RefusalCode.NOT_DELIVERED);
    }
}
