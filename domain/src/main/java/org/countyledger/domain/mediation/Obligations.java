package org.countyledger.domain.mediation;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.CountyTime;
import org.countyledger.domain.time.DueDate;

/** What the parties owe each other by the agreement: each with a day and the party that is owed it. */
final class Obligations {
    static final int MOST = 10;
    static final FieldType TYPE = new FieldType.ListOf(
            new FieldType.Composite(List.of(
                    field("due", FieldType.DATE),
                    oneOf("beneficiary", "PARTY_1", "PARTY_2", "PARTY_3", "PARTY_4", "PARTY_5"))),
            0,
            MOST);
    private static final String QUIET = "silentUntil";

    private Obligations() {}

    private static String clock(long number) {
        return "OBLIGATION_" + number;
    }

    static Guard areOwedToParties() {
        return Guard.that(
                situation -> situation.clear().objects("obligations").stream()
                        .map(obligation -> obligation.text("beneficiary").orElse(""))
                        .allMatch(Parties.joined(situation)::contains),
                RefusalCode.PARTIES_INVALID);
    }

    private static List<Clear> all(Header header) {
        return header.fields().objects("obligations");
    }

    /** Each ends with its day. */
    static Map<String, Instant> ends(Situation situation) {
        Map<String, Instant> ends = new TreeMap<>();
        List<Clear> obligations = all(situation.header());
        for (int i = 0; i < obligations.size(); i++) {
            String due = obligations.get(i).text("due").orElseThrow();
            ends.put(clock(i + 1), CountyTime.endOf(LocalDate.parse(due)));
        }
        return ends;
    }

    static List<String> all(Situation situation) {
        return IntStream.rangeClosed(1, MOST).mapToObj(Obligations::clock).toList();
    }

    /** The one that the command is about, if it is about one. */
    static List<String> named(Situation situation) {
        return situation
                .clear()
                .integer("i")
                .map(Obligations::clock)
                .map(List::of)
                .orElse(List.of());
    }

    private static Stream<String> open(Header header) {
        return header.clocks().stream()
                .filter(clock -> clock.name().startsWith("OBLIGATION_") && clock.isLive())
                .map(Clock::name);
    }

    static Guard isOpen() {
        return Guard.that(
                situation -> open(situation.header())
                        .anyMatch(name -> named(situation).contains(name)),
                RefusalCode.OBLIGATION_NOT_OPEN);
    }

    /** Open, or the one that the party says is not performed although a visit met it. */
    static Guard isOpenOrObjectedTo() {
        return situation -> situation
                        .header()
                        .fields()
                        .integer("i")
                        .equals(situation.clear().integer("i"))
                ? Optional.empty()
                : isOpen().check(situation);
    }

    /** Not performed in time; or said to be by a visit, and the party to whom it is owed objects while there is quiet. */
    static Guard isPastDue() {
        return Guard.that(situation -> isLate(situation) || objectsToAVisit(situation), RefusalCode.NOT_OVERDUE);
    }

    private static boolean isLate(Situation situation) {
        return situation
                .header()
                .running()
                .anyMatch(clock -> named(situation).contains(clock.name()) && clock.isPast(situation.at()));
    }

    private static boolean objectsToAVisit(Situation situation) {
        return !situation.actor().role().isOfficer()
                && situation
                        .header()
                        .fields()
                        .text(QUIET)
                        .map(Instant::parse)
                        .filter(quiet -> situation.at().isBefore(quiet))
                        .isPresent();
    }

    /** A grid worker says what the visit showed; a party speaks for what it is owed. */
    static Guard isSaidByBeneficiary() {
        return situation -> {
            if (situation.actor().role().isOfficer()) {
                return Optional.empty();
            }
            int i = situation.clear().integer("i").orElse(0L).intValue();
            List<Clear> obligations = all(situation.header());
            boolean own = i >= 1
                    && i <= obligations.size()
                    && obligations.get(i - 1).text("beneficiary").equals(Optional.of(Parties.partyOf(situation)));
            return own ? Optional.empty() : situation.refuse(RefusalCode.NOT_THE_BENEFICIARY);
        };
    }

    /** A party's word on the last one ends the record (LAST); a visit's may also wait for an objection. */
    static Guard othersAreOpen() {
        return Guard.that(situation -> open(situation.header()).count() > 1, RefusalCode.NOT_THE_LAST)
                .onlyIf(situation -> !situation.actor().role().isOfficer());
    }

    /** After a visit the county waits for an objection. */
    static void visited(Situation situation, Draft draft) {
        if (situation.actor().role().isOfficer()) {
            situation
                    .policy("mediation")
                    .flatMap(policy -> policy.period("silent"))
                    .ifPresent(named -> draft.show(
                            QUIET,
                            DueDate.of(
                                            situation.at(),
                                            named.period(),
                                            false,
                                            situation.policies().calendar(situation.at()))
                                    .at()
                                    .toString()));
        }
    }

    /** The last open one is performed; for the timer, none is open, nobody objected, and no court is asked. */
    static Guard lastIsPerformed() {
        return situation -> {
            if (situation.actor().isTimer()) {
                return quietSince(situation.header(), situation.facts()::header).isPresent()
                        ? Optional.empty()
                        : situation.refuse(RefusalCode.OBLIGATION_NOT_OPEN);
            }
            if (open(situation.header()).count() != 1) {
                return situation.refuse(RefusalCode.NOT_THE_LAST);
            }
            return Guards.given("i")
                    .check(situation)
                    .or(() -> isSaidByBeneficiary().check(situation))
                    .or(() -> isOpen().check(situation))
                    .or(() -> Guards.staged("performance").check(situation));
        };
    }

    /** From when on a timer ends a mediation of which nothing is open. */
    static Optional<Instant> quietSince(Header header, BiFunction<Kind, String, Optional<Header>> records) {
        if (open(header).findAny().isPresent()) {
            return Optional.empty();
        }
        Instant court = header.clock("COURT_WINDOW")
                .filter(window -> window.state() == Clock.State.RUNNING)
                .map(Clock::dueAt)
                .orElse(header.position().since());
        Instant quiet = header.fields().text(QUIET).map(Instant::parse).orElse(court);
        return Optional.of(quiet.isAfter(court) ? quiet : court);
    }
}
