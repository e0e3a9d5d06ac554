package org.countyledger.domain.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.UnitState;
import org.countyledger.domain.time.CountyTime;

/** What must be true of service contracts, and what their headers say. */
final class Contracts {
    private static final String AMENDMENTS = "amendments";
    private static final String FROM_MONTH = "fromMonth";

    private Contracts() {}

    static Guard providerIsThere() {
        return Guards.names("provider", Kind.ORG_UNIT, UnitState.ACTIVE);
    }

    /** The days are in order, and the policy with the figures is ratified. */
    static Guard termsArePossible() {
        return Guard.that(
                situation -> !LocalDate.parse(situation.text("to")).isBefore(LocalDate.parse(situation.text("from")))
                        && situation
                                .policies()
                                .text(
                                        "ppp",
                                        situation.clear().integer("kpiVersion").orElse(0L))
                                .isPresent(),
                RefusalCode.FIELD_INVALID);
    }

    static void found(Situation situation, Draft draft) {
        draft.handledBy(
                situation.actor().mspId(), situation.actor().department().orElse(""));
    }

    static Guard signsTheText() {
        return Guard.that(
                situation -> situation
                        .header()
                        .group("text")
                        .map(Group::commitment)
                        .equals(Optional.of(situation.text("textCommitment"))),
                RefusalCode.TEXT_DIFFERS);
    }

    static Optional<Instant> begins(Header contract) {
        return contract.fields().text("from").map(LocalDate::parse).map(day -> CountyTime.endOf(day.minusDays(1)));
    }

    static Optional<Instant> ends(Header contract) {
        return contract.fields().text("to").map(LocalDate::parse).map(CountyTime::endOf);
    }

    static Guard hasBegun() {
        return Guard.that(
                situation -> begins(situation.header())
                        .filter(start -> !situation.at().isBefore(start))
                        .isPresent(),
                RefusalCode.CLOCK_NOT_ELAPSED);
    }

    static Condition isEarly() {
        return situation ->
                ends(situation.header()).filter(situation.at()::isBefore).isPresent();
    }

    /** Of department and provider, the second to submit is the other one. */
    static Guard otherSideSubmits() {
        return Guard.that(
                situation -> situation
                        .header()
                        .pending()
                        .filter(pending ->
                                pending.action().equals(situation.row().action()))
                        .map(pending ->
                                !pending.role().equals(situation.actor().role().name()))
                        .orElse(true),
                RefusalCode.SAME_ROLE);
    }

    static Guard fromNextMonthOn() {
        return Guard.that(
                situation -> YearMonth.parse(situation.text(FROM_MONTH))
                                .isAfter(YearMonth.from(CountyTime.day(situation.at())))
                        && situation
                                .clear()
                                .integer("kpiVersion")
                                .map(version -> situation
                                        .policies()
                                        .text("ppp", version)
                                        .isPresent())
                                .orElse(true),
                RefusalCode.FIELD_INVALID);
    }

    static void amend(Situation situation, Draft draft) {
        List<Object> all = new ArrayList<>(situation.header().fields().objects(AMENDMENTS));
        all.add(situation.clear().only(Set.of(FROM_MONTH, "kpiVersion", "feeFen")));
        draft.set(AMENDMENTS, all);
    }

    /** The terms of this month: the contract's own and every amendment that counts by then, in order. */
    static Clear terms(Header contract, YearMonth month) {
        Clear terms = contract.fields();
        for (Clear amendment : contract.fields().objects(AMENDMENTS)) {
            boolean counts = amendment
                    .text(FROM_MONTH)
                    .map(YearMonth::parse)
                    .filter(from -> !month.isBefore(from))
                    .isPresent();
            terms = counts ? terms.with(amendment) : terms;
        }
        return terms;
    }

    static boolean covers(Header contract, YearMonth month) {
        Optional<LocalDate> from = contract.fields().text("from").map(LocalDate::parse);
        Optional<LocalDate> to = contract.fields().text("to").map(LocalDate::parse);
        return from.filter(day -> !YearMonth.from(day).isAfter(month)).isPresent()
                && to.filter(day -> !YearMonth.from(day).isBefore(month)).isPresent();
    }
}
