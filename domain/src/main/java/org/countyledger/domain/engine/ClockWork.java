package org.countyledger.domain.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.countyledger.domain.lifecycle.ClockStep;
import org.countyledger.domain.lifecycle.ClockStep.Named.Move;
import org.countyledger.domain.lifecycle.ClockStep.Start;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.policy.PolicyVersion.NamedPeriod;
import org.countyledger.domain.record.AwaitedClock;
import org.countyledger.domain.record.AwaitedClock.Document;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Clock.Pause;
import org.countyledger.domain.record.Clock.Period;
import org.countyledger.domain.record.Clock.Unit;
import org.countyledger.domain.time.CountyTime;
import org.countyledger.domain.time.DueDate;
import org.countyledger.domain.time.WorkCalendar;

/** Moves the clocks of a draft as the row says (domain.md 3.3), and keeps what changed. */
final class ClockWork {
    private static final String WITHOUT_PERIOD = " has no period for ";
    private static final int PER_MILLE = 1000;
    /** Code of the pause that no ordinary step ends (Z09). */
    private static final String SUSPENDED = "FORCE_MAJEURE";
    /** Basis of a clock whose end stands in the record itself. */
    private static final String BY_RECORD = "record";

    /** Duties to tell somebody, by the group of the document that tells it. */
    private static final Map<String, String> MET_BY_DELIVERY = Map.of("decision", "TELL", "receiptNotice", "RECEIPT");

    private final Situation situation;
    private final Draft draft;
    private final Instant at;
    private final WorkCalendar calendar;

    ClockWork(Situation situation, Draft draft) {
        this.situation = situation;
        this.draft = draft;
        this.at = situation.at();
        this.calendar = situation.policies().calendar(at);
    }

    void apply(List<ClockStep> steps, Optional<Document> document) {
        for (ClockStep step : steps) {
            apply(step, document);
        }
    }

    private void apply(ClockStep step, Optional<Document> document) {
        if (!step.when().holds(situation)) {
            return;
        }
        switch (step) {
            case ClockStep.Meets meets -> meets.clocks().forEach(this::meet);
            case ClockStep.Cancels cancels -> cancels.clocks().forEach(this::cancel);
            case ClockStep.CancelsAll all -> cancelAll();
            case ClockStep.Pauses pauses ->
                pauses.clocks()
                        .forEach(name -> change(name, Clock.State.RUNNING, clock -> pause(clock, pauses.code())));
            case ClockStep.Resumes resumes ->
                resumes.clocks()
                        .forEach(name ->
                                change(name, Clock.State.PAUSED, clock -> isSuspended(clock) ? clock : resume(clock)));
            case ClockStep.Starts starts -> start(starts.start());
            case ClockStep.Extends prolongs -> new Prolonging(situation, draft).apply(prolongs);
            case ClockStep.Dated dated -> dated.ends().apply(situation).forEach(this::startDated);
            case ClockStep.Named named -> named.clocks().apply(situation).forEach(name -> move(name, named.move()));
            case ClockStep.Awaits awaits -> await(awaits.start(), document.orElseThrow());
        }
    }

    private void move(String name, Move move) {
        switch (move) {
            case MEET -> meet(name);
            case CANCEL -> cancel(name);
            case SUSPEND -> change(name, Clock.State.RUNNING, clock -> pause(clock, SUSPENDED));
            case RELEASE -> change(name, Clock.State.PAUSED, clock -> isSuspended(clock) ? resume(clock) : clock);
        }
    }

    private static boolean isSuspended(Clock clock) {
        return clock.pause().filter(pause -> pause.code().equals(SUSPENDED)).isPresent();
    }

    private void meet(String name) {
        changeLive(name, clock -> clock.with(clock.isPast(at) ? Clock.State.MET_LATE : Clock.State.MET));
        dropAwaited(name);
    }

    private void cancel(String name) {
        changeLive(name, clock -> clock.with(Clock.State.CANCELLED));
        dropAwaited(name);
    }

    void cancelAll() {
        draft.clocks().replaceAll(clock -> clock.isLive() ? clock.with(Clock.State.CANCELLED) : clock);
        draft.awaited().clear();
    }

    private void dropAwaited(String name) {
        draft.awaited().removeIf(awaited -> awaited.name().equals(name));
    }

    private void changeLive(String name, UnaryOperator<Clock> change) {
        draft.clocks().replaceAll(clock -> clock.name().equals(name) && clock.isLive() ? change.apply(clock) : clock);
    }

    private void change(String name, Clock.State state, UnaryOperator<Clock> change) {
        draft.clocks()
                .replaceAll(clock -> clock.name().equals(name) && clock.state() == state ? change.apply(clock) : clock);
    }

    private Clock pause(Clock clock, String code) {
        long left = clock.period().unit() == Unit.wd && !clock.isPast(at)
                ? DueDate.workingDaysBetween(CountyTime.day(at), lastDay(clock), calendar)
                : Duration.between(at, clock.dueAt()).toSeconds();
        Duration before = clock.pause().map(Pause::total).orElse(Duration.ZERO);
        return clock.paused(new Pause(Optional.of(at), code, left, before));
    }

    private static LocalDate lastDay(Clock clock) {
        return CountyTime.day(clock.dueAt().minusSeconds(1));
    }

    private Clock resume(Clock clock) {
        Pause pause = clock.pause().orElseThrow();
        Duration total = pause.total().plus(Duration.between(pause.since().orElse(at), at));
        Pause over = new Pause(Optional.empty(), pause.code(), 0, total);
        if (clock.period().unit() != Unit.wd || pause.beganLate()) {
            return clock.resumed(over, at.plusSeconds(pause.left()));
        }
        DueDate due = DueDate.workingDays(CountyTime.day(at), pause.left(), calendar);
        return clock.resumed(over, due.at()).with(due.at(), due.provisional());
    }

    private void start(Start start) {
        start.fractionOf().ifPresentOrElse(whole -> startShare(start, whole), () -> startWhole(start));
    }

    /** Z06: starts what waited for this document and meets the duties that it fulfils. */
    void deliver(Document document) {
        List.copyOf(draft.awaited()).stream()
                .filter(waiting -> waiting.document().equals(document))
                .forEach(this::startAwaited);
        Optional.ofNullable(MET_BY_DELIVERY.get(document.group())).ifPresent(this::meet);
    }

    private void startAwaited(AwaitedClock waiting) {
        draft.awaited().remove(waiting);
        startWhole(new Start(
                waiting.name(),
                waiting.parameter(),
                Optional.empty(),
                waiting.window(),
                Optional.empty(),
                Optional.empty()));
    }

    private void startWhole(Start start) {
        PolicyVersion policy =
                start.policy().isPresent() ? policy(start.policy().get()) : policy();
        NamedPeriod named = policy.period(start.parameter()).orElseThrow(() -> missing(start));
        Instant from = start.from().map(moment -> moment.apply(situation)).orElse(at);
        DueDate due = DueDate.of(from, named.period(), start.window(), calendar);
        add(start, named.period(), basis(policy, named.entry()), due);
    }

    private void startDated(String name, Instant end) {
        long seconds = Math.max(0, Duration.between(at, end).toSeconds());
        add(Start.clock(name), new Period(seconds, Unit.s), BY_RECORD, new DueDate(end, Optional.empty()));
    }

    private void startShare(Start start, String whole) {
        PolicyVersion policy = policy();
        String entry = start.parameter() + ".permille";
        long share = policy.integer(entry).orElseThrow(() -> missing(start));
        Clock other = draft.clocks().stream()
                .filter(clock -> clock.name().equals(whole) && clock.isLive())
                .findFirst()
                .orElseThrow(() -> missing(start));
        long seconds = Duration.between(at, other.dueAt()).toSeconds() * share / PER_MILLE;
        add(
                start,
                new Period(seconds, Unit.s),
                basis(policy, entry),
                new DueDate(at.plusSeconds(seconds), Optional.empty()));
    }

    private void add(Start start, Period period, String basis, DueDate due) {
        int n = 1;
        for (Clock clock : draft.clocks()) {
            n += clock.name().equals(start.clock()) ? 1 : 0;
        }
        draft.clocks()
                .add(new Clock(
                        start.clock(),
                        n,
                        at,
                        due.at(),
                        basis,
                        start.window(),
                        period,
                        Clock.State.RUNNING,
                        Optional.empty(),
                        due.provisional()));
    }

    private void await(Start start, Document document) {
        draft.awaited().add(new AwaitedClock(start.clock(), start.parameter(), start.window(), document));
    }

    private PolicyVersion policy() {
        return policy(draft.founding().kind().prefix().orElseThrow());
    }

    private PolicyVersion policy(String prefix) {
        return Prolonging.policy(situation, draft, prefix);
    }

    private RefusedException missing(Start start) {
        return new RefusedException(
                RefusalCode.POLICY_MISSING,
                draft.founding().kind().prefix().orElse("") + WITHOUT_PERIOD + start.parameter());
    }

    static String basis(PolicyVersion policy, String entry) {
        return policy.policy() + "." + entry + "@" + policy.version();
    }

    /** Clocks that are not as they were. */
    static List<Clock> changed(List<Clock> before, List<Clock> after) {
        List<Clock> changed = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Clock clock = after.get(i);
            boolean same = i < before.size() && Objects.equals(before.get(i), clock);
            if (!same && !before.contains(clock)) {
                changed.add(clock);
            }
        }
        return changed;
    }
}
