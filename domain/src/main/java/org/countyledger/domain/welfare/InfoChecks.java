package org.countyledger.domain.welfare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Clock.Pause;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.domain.sharing.CorrectionRequestState;
import org.countyledger.domain.time.CountyTime;
import org.countyledger.domain.time.DueDate;

/** Information checks of an application, and disputes about what they found (A14 to A17). */
final class InfoChecks {
    static final String CORRECTION = "correction";
    private static final String OPEN = "sourcesOpen";
    private static final String DONE = "sourcesDone";
    private static final String DISPUTED = "sourcesDisputed";
    private static final String UNTIL = "disputeUntil";
    private static final String PAUSE = "CHECK_DISPUTED";
    private static final Set<String> ENDED = Set.of(
            CorrectionRequestState.CORRECTED.name(),
            CorrectionRequestState.KEPT_FINAL.name(),
            CorrectionRequestState.WITHDRAWN.name());

    private InfoChecks() {}

    /** Nothing that the check system can answer is asked of the applicant. */
    static Guard asksNothingThatCanBeChecked() {
        return Guard.that(
                situation -> situation.clear().texts("itemCodes").stream()
                        .noneMatch(item -> Arrays.stream(CheckSource.values())
                                .anyMatch(source -> source.name().equals(item))),
                RefusalCode.MATERIAL_NOT_ASKABLE);
    }

    static Guard consentIsThere() {
        return Guard.that(
                situation -> situation.header().groups().containsKey("consent"), RefusalCode.COMMITMENT_MISSING);
    }

    /** One check after the other. */
    static Guard noneOpen() {
        return Guard.that(situation -> situation.header().fields().texts(OPEN).isEmpty(), RefusalCode.CHECK_OPEN);
    }

    static void ask(Situation situation, Draft draft) {
        draft.show(OPEN, situation.clear().texts("sourceCodes"));
    }

    static Guard wereAsked() {
        return Guard.that(
                situation -> situation.header().fields().texts(OPEN).containsAll(answered(situation)),
                RefusalCode.FIELD_INVALID);
    }

    /** Every source was read under an access record of this officer for this application. */
    static Guard everyReadIsRecorded() {
        return situation -> {
            List<String> records = situation.clear().texts("accessRecords");
            boolean recorded =
                    records.stream().distinct().count() == answered(situation).size()
                            && records.stream().allMatch(id -> isOwnRecord(situation, id));
            return recorded ? Optional.empty() : situation.refuse(RefusalCode.ACCESS_RECORD_MISSING);
        };
    }

    private static boolean isOwnRecord(Situation situation, String id) {
        return situation
                .record(Kind.ACCESS_RECORD, id)
                .map(Header::fields)
                .filter(fields -> fields.text("recordId")
                                .equals(Optional.of(situation.command().id()))
                        && fields.text("staff").equals(situation.actor().staff())
                        && !fields.text("outcome").equals(Optional.of("DENIED")))
                .isPresent();
    }

    static Condition isLastAnswer() {
        return situation ->
                answered(situation).containsAll(situation.header().fields().texts(OPEN));
    }

    static void answer(Situation situation, Draft draft) {
        draft.show(OPEN, without(situation.header().fields().texts(OPEN), answered(situation)));
        draft.show(DONE, with(situation.header().fields().texts(DONE), answered(situation)));
    }

    private static List<String> answered(Situation situation) {
        return situation.clear().texts("sourceCodes");
    }

    static Guard mayBeDisputed() {
        return situation -> {
            String source = situation.text("sourceCode");
            if (!situation.header().fields().texts(DONE).contains(source)) {
                return situation.refuse(RefusalCode.FIELD_INVALID, "/clear/sourceCode");
            }
            return situation.header().fields().texts(DISPUTED).contains(source)
                    ? situation.refuse(RefusalCode.ALREADY_DONE)
                    : Optional.empty();
        };
    }

    static void dispute(Situation situation, Draft draft) {
        List<String> source = List.of(situation.text("sourceCode"));
        draft.show(DISPUTED, with(situation.header().fields().texts(DISPUTED), source));
        longest(situation, situation.at())
                .ifPresent(until -> draft.set(UNTIL, until.at().toString()));
        draft.set("disputedAt", situation.at().toString());
        String id = RecordId.opened(situation.header().id(), situation.header().seq() + 1, 0);
        draft.link(new Link(CORRECTION, Kind.CORRECTION_REQUEST, id));
    }

    static List<Opening> correction(Situation situation) {
        String department = CheckSource.valueOf(situation.text("sourceCode")).department();
        Clear clear = Clear.of("source", department)
                .with("fieldGroup", situation.text("sourceCode"))
                .with("filedBy", "KEY");
        return List.of(Opening.of(Kind.CORRECTION_REQUEST, "J41", clear)
                .at(new Opening.Place(Guards.organizationOf(situation, department), department)));
    }

    private static Optional<DueDate> longest(Situation situation, Instant from) {
        return situation
                .policy("welfare")
                .flatMap(policy -> policy.period("dispute.max"))
                .map(named -> DueDate.of(
                        from, named.period(), false, situation.policies().calendar(situation.at())));
    }

    /** When every correction has ended, or the longest time of the last dispute is over. */
    static Optional<Instant> endOfDispute(Header header, BiFunction<Kind, String, Optional<Header>> records) {
        List<Header> corrections = corrections(header, records);
        Optional<Instant> until = header.fields().text(UNTIL).map(Instant::parse);
        boolean ended = corrections.stream().allMatch(correction -> ENDED.contains(correction.state()));
        return ended
                ? corrections.stream()
                        .map(correction -> correction.position().since())
                        .max(Instant::compareTo)
                : until;
    }

    private static List<Header> corrections(Header header, BiFunction<Kind, String, Optional<Header>> records) {
        return header.links().stream()
                .filter(link -> link.rel().equals(CORRECTION))
                .flatMap(link -> records.apply(link.kind(), link.id()).stream())
                .toList();
    }

    /** As {@link #endOfDispute}, counted with the calendar of now: what was an estimate then is none any more. */
    static Guard disputeIsOver() {
        return situation -> {
            boolean ended = corrections(situation.header(), situation.facts()::header).stream()
                    .allMatch(correction -> ENDED.contains(correction.state()));
            return ended ? Optional.empty() : tooLong(situation);
        };
    }

    private static Optional<Refusal> tooLong(Situation situation) {
        Optional<DueDate> until =
                situation.field("disputedAt").map(Instant::parse).flatMap(from -> longest(situation, from));
        if (until.isEmpty() || until.get().provisional().isPresent()) {
            return situation.refuse(RefusalCode.CLOCK_PROVISIONAL);
        }
        return situation.at().isBefore(until.get().at())
                ? situation.refuse(
                        RefusalCode.CLOCK_NOT_ELAPSED,
                        "availableAt=" + until.get().at())
                : Optional.empty();
    }

    static Guard isPausedByDispute() {
        return Guard.that(InfoChecks::isDisputed, RefusalCode.CLOCK_NOT_RUNNING);
    }

    static void noteOutcome(Situation situation, Draft draft) {
        boolean ended = corrections(situation.header(), situation.facts()::header).stream()
                .allMatch(correction -> ENDED.contains(correction.state()));
        draft.note("outcome", ended ? "CORRECTION_ENDED" : "TOOK_TOO_LONG");
    }

    /** No check is unanswered and no dispute about one is open. */
    static Guard nothingOpen() {
        return Guard.that(
                situation -> situation.header().fields().texts(OPEN).isEmpty() && !isDisputed(situation),
                RefusalCode.CHECK_OPEN);
    }

    private static boolean isDisputed(Situation situation) {
        return situation.header().clocks().stream()
                .filter(clock -> clock.state() == Clock.State.PAUSED)
                .map(Clock::pause)
                .flatMap(Optional::stream)
                .map(Pause::code)
                .anyMatch(PAUSE::equals);
    }

    /** End of a day, for what is valid up to and with it. */
    static boolean isValidOn(String until, Instant at) {
        return !CountyTime.day(at).isAfter(java.time.LocalDate.parse(until));
    }

    private static List<String> with(List<String> before, List<String> more) {
        List<String> all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }

    private static List<String> without(List<String> before, List<String> some) {
        return before.stream().filter(text -> !some.contains(text)).toList();
    }
}
