package org.countyledger.domain.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.lifecycle.Draft.Entry;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.DueDate;

/**
 * Anyone may declare a clock overdue (Z04; architecture.md, rule 5): reads the header, writes one overlay key of its own
 * and moves no sequence. A second declaration answers the first. Level 3 opens an audit finding in the same transaction.
 */
public final class Overdue {
    private static final String RULE = "Z04";
    private static final int FINDING_LEVEL = 3;

    /** Terms that elapse without anybody's fault (domain.md 3.4), beside residents' windows. */
    private static final Set<String> ELAPSING = Set.of(
            "OBJECT_DISPATCH",
            "MEDIATION_PAUSE",
            "MEDIATE",
            "SERVE",
            "WAIT",
            "CHOOSE",
            "DISPUTE",
            "TALKS",
            "MATERIALS",
            "CALIBRATION",
            "LEAD_TIME",
            "RESPOND",
            "EXPIRY");

    private final Tables tables;

    public Overdue(Tables tables) {
        this.tables = tables;
    }

    /** Whether a clock can be overdue at all. */
    public static boolean concerns(Clock clock) {
        return !clock.window()
                && !ELAPSING.contains(clock.name())
                && !clock.name().startsWith("OBLIGATION_");
    }

    /**
     * From when on a clock that runs may be declared overdue at this level, so that a timer knows when to ask.
     *
     * @param at a time whose policy {@code overdue} counts
     * @return empty if it never is, the date is provisional, or no policy says so
     */
    public static Optional<Instant> from(Clock clock, int level, Instant at, Facts facts) {
        boolean mayBe = concerns(clock)
                && clock.state() == Clock.State.RUNNING
                && clock.provisional().isEmpty();
        return mayBe
                ? reached(clock, level, at, facts)
                        .filter(from -> from.provisional().isEmpty())
                        .map(DueDate::at)
                : Optional.empty();
    }

    /** Decides a declaration. */
    public Decision declare(OverdueDeclaration declaration, Actor actor, Moment moment, Facts facts) {
        Optional<Header> header = facts.header(declaration.kind(), declaration.id());
        if (header.isEmpty()) {
            return refused(RefusalCode.UNKNOWN_RECORD);
        }
        Optional<OverdueOverlay> earlier = facts.entry(declaration.key(), OverdueOverlay.class);
        if (earlier.isPresent()) {
            return new Repeated(earlier.get().txId());
        }
        return header.get()
                .clock(declaration.clock(), declaration.n())
                .map(clock -> judge(new Case(declaration, header.get(), clock), actor, moment, facts))
                .orElseGet(() -> refused(RefusalCode.CLOCK_NOT_RUNNING));
    }

    private record Case(OverdueDeclaration declaration, Header header, Clock clock) {
        Instant at(Moment moment) {
            Instant last = header.position().at();
            return last.isAfter(moment.at()) ? last : moment.at();
        }
    }

    private Decision judge(Case overdue, Actor actor, Moment moment, Facts facts) {
        Optional<RefusalCode> problem = problem(overdue, overdue.at(moment), facts);
        if (problem.isPresent()) {
            return refused(problem.get());
        }
        try {
            return accept(overdue, actor, moment, facts);
        } catch (RefusedException e) {
            return new Refused(e.refusal(RULE));
        }
    }

    private static Optional<RefusalCode> problem(Case overdue, Instant at, Facts facts) {
        Clock clock = overdue.clock();
        if (!concerns(clock)) {
            return Optional.of(RefusalCode.CANNOT_BE_OVERDUE);
        }
        if (clock.state() != Clock.State.RUNNING) {
            return Optional.of(RefusalCode.CLOCK_NOT_RUNNING);
        }
        if (clock.provisional().isPresent()) {
            return Optional.of(RefusalCode.CLOCK_PROVISIONAL);
        }
        Optional<DueDate> from = reached(clock, overdue.declaration().level(), at, facts);
        if (from.isEmpty()) {
            return Optional.of(RefusalCode.POLICY_MISSING);
        }
        if (!at.isAfter(from.get().at())) {
            return Optional.of(RefusalCode.NOT_OVERDUE);
        }
        return from.get().provisional().map(provisional -> RefusalCode.CLOCK_PROVISIONAL);
    }

    private static Optional<DueDate> reached(Clock clock, int level, Instant at, Facts facts) {
        PolicyBook policies = new PolicyBook(facts);
        Optional<PolicyVersion> policy = policies.at("overdue", at);
        return policy.flatMap(version -> new EscalationLevels(version, policies.calendar(at)).from(clock, level));
    }

    private Decision accept(Case overdue, Actor actor, Moment moment, Facts facts) {
        OverdueOverlay overlay = new OverdueOverlay(
                actor.mspId(),
                overdue.at(moment),
                overdue.clock().dueAt(),
                overdue.header().handling().dept(),
                moment.txId());
        Entry entry = new Entry(overdue.declaration().key(), overlay);
        Accepted written = new Accepted(List.of(), List.of(entry));
        return opensFinding(overdue)
                ? new OverdueFinding(tables, facts).open(overdue.declaration(), written, actor, moment)
                : written;
    }

    private static boolean opensFinding(Case overdue) {
        Kind kind = overdue.header().kind();
        return overdue.declaration().level() == FINDING_LEVEL
                && kind != Kind.AUDIT_FINDING
                && kind != Kind.AUDIT_ENGAGEMENT;
    }

    private static Decision refused(RefusalCode code) {
        return new Refused(Refusal.of(code, RULE));
    }
}
