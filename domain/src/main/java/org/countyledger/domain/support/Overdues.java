package org.countyledger.domain.support;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** Rows that a timer takes once a clock was declared overdue (Z04). */
public final class Overdues {
    private Overdues() {}

    /** The last start of the clock runs and was declared overdue at this level. */
    public static Guard declared(String clock, int level) {
        return situation -> situation
                        .header()
                        .clock(clock)
                        .filter(started -> started.state() == Clock.State.RUNNING)
                        .flatMap(started -> overlay(situation, started, level))
                        .isPresent()
                ? Optional.empty()
                : situation.refuse(RefusalCode.NOT_OVERDUE, clock + " L" + level);
    }

    private static Optional<Clear> overlay(Situation situation, Clock clock, int level) {
        Header header = situation.header();
        OverlayKey key = new OverlayKey(header.kind(), header.id(), clock.name() + "#" + clock.n() + "~L" + level);
        return situation.facts().entry(key, Clear.class);
    }

    /** When a timer first looks: at due; the guard waits for the declaration. */
    public static Trigger due(String clock) {
        return (Header header, BiFunction<Kind, String, Optional<Header>> records) -> header.clock(clock)
                .filter(started -> started.state() == Clock.State.RUNNING)
                .filter(started -> started.provisional().isEmpty())
                .map(Clock::dueAt)
                .map(Instant::from);
    }
}
