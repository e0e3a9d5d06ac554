package org.countyledger.domain.welfare;

import static org.countyledger.domain.lifecycle.Guards.says;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.audit.AuditFindings;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.DisbursementState;
import org.countyledger.domain.support.NoticeState;
import org.countyledger.domain.time.CountyTime;

/** What must be true of welfare applications, and what their rows do; by rule: docs/policy/WelfareApplication.md. */
final class WelfareGuards {
    static final String NOTICE = "notice";
    static final String VISIT_DONE = "visitDone";
    static final State[] PAID_OFF = {
        DisbursementState.SETTLED, DisbursementState.SETTLED_UNCONFIRMED, DisbursementState.CANCELLED,
    };
    private static final int PER_MILLE = 1000;

    private WelfareGuards() {}

    static Guard programmeIsOpen() {
        return Guard.that(
                situation -> situation
                        .policies()
                        .county(situation.at())
                        .filter(county -> county.isProgrammeOpen(situation.text("programme")))
                        .isPresent(),
                RefusalCode.PROGRAMME_CLOSED);
    }

    /** Where an application of this programme is decided, before there is one. */
    static Handling departmentOfProgramme(Situation situation) {
        return Arrays.stream(Programme.values())
                .filter(programme -> programme.name().equals(situation.text("programme")))
                .map(programme -> Handling.by(Programme.OWNER, programme.department()))
                .findFirst()
                .orElse(Handling.NOBODY);
    }

    static Condition byConduit() {
        return situation -> situation.actor().isConduit();
    }

    /** Disaster relief and education assistance may be entered by the department that decides them (SAL 38). */
    static Guard departmentEntersOnlyItsOwn() {
        return Guard.that(says("programme", "DISASTER", "EDUCATION"), RefusalCode.SIGNATURE_REQUIRED)
                .onlyIf(byConduit().not());
    }

    static void found(Situation situation, Draft draft) {
        draft.handledBy(
                Programme.OWNER, Programme.valueOf(situation.text("programme")).department());
        Effects.registersKey().apply(situation, draft);
        draft.parentLink()
                .flatMap(link -> situation.record(link.kind(), link.id()))
                .ifPresent(parent -> Effects.carryOver(parent, draft, List.of("form", "consent", "mandate")));
    }

    /** A judgment or an order is about an application that is over; it opens a new one. */
    static Guard earlierIsOver() {
        return Guard.that(
                situation -> situation
                        .record(Kind.WELFARE_APPLICATION, situation.text("earlier"))
                        .filter(earlier -> WelfareState.valueOf(earlier.state()).isTerminal())
                        .filter(earlier -> earlier.founding().townCode().equals(Optional.of(situation.text("town"))))
                        .isPresent(),
                RefusalCode.LINK_INVALID);
    }

    static void reopen(Situation situation, Draft draft) {
        Header earlier = situation
                .record(Kind.WELFARE_APPLICATION, situation.text("earlier"))
                .orElseThrow();
        Effects.linksNamed("earlier", Kind.WELFARE_APPLICATION, "earlier").apply(situation, draft);
        draft.handlingOf(earlier);
        Effects.carryOver(earlier, draft, List.of("form", "consent", "mandate"));
        draft.set(earlier.fields().only(Set.of("programme", "band")));
        draft.set(
                "dupCheck",
                earlier.fields()
                        .text("dupCheck")
                        .map(found -> found.equals("CONFIRMED") ? "POSSIBLE" : found)
                        .orElse("NONE"));
    }

    static Guard otherProgrammeIsOpen() {
        return Guard.that(
                situation -> !situation.field("programme").equals(Optional.of(situation.text("newProgramme")))
                        && situation
                                .policies()
                                .county(situation.at())
                                .filter(county -> county.isProgrammeOpen(situation.text("newProgramme")))
                                .isPresent(),
                RefusalCode.PROGRAMME_CLOSED);
    }

    /** The same application under another programme; its private values stay where they are. */
    static List<Opening> transferred(Situation situation) {
        Header old = situation.header();
        Clear clear = old.fields().only(Set.of("band", "channel", "custody"));
        return List.of(Opening.of(
                Kind.WELFARE_APPLICATION,
                "A01",
                clear.with("programme", situation.text("newProgramme"))
                        .with("town", old.founding().townCode().orElse(""))));
    }

    static Guard statusIsValid() {
        return Guard.that(
                situation -> InfoChecks.isValidOn(situation.text("statusValidUntil"), situation.at()),
                RefusalCode.FIELD_INVALID);
    }

    static void noteCause(Situation situation, Draft draft) {
        situation
                .linked(NOTICE)
                .flatMap(notice -> notice.fields().text("cause"))
                .ifPresent(cause -> draft.note("cause", cause));
    }

    /** Only these have a status that is worth something without money (SAL 21, 22). */
    static Guard moneylessOnlyWhereThereIsStatus() {
        return Guard.that(
                        Guards.fieldIs("programme", "DIBAO_EDGE", "RIGID_EXPENSE", "EMPLOYMENT"),
                        RefusalCode.FIELD_INVALID)
                .onlyIf(situation -> situation.clear().isTrue("moneyless"));
    }

    /**
     * Nothing was paid since the grant. A proposal to reduce is no decision: what was granted stays owed meanwhile, and is
     * instructed after it if it was not before.
     */
    static Condition firstPaymentIsOwed() {
        return situation ->
                WelfareState.GRANTED.name().equals(situation.header().state())
                        || Windows.live("PAY_INSTRUCT").holds(situation);
    }

    static Guard paysNoMoney() {
        return Guard.that(Guards.isTrue("moneyless"), RefusalCode.FIELD_INVALID);
    }

    static Guard paysMonthly() {
        return Guard.that(Guards.fieldIs("payment", "MONTHLY"), RefusalCode.ALREADY_DONE);
    }

    /** No month is paid twice. */
    static Guard monthIsLater() {
        return Guard.that(
                situation -> situation
                        .field("month")
                        .map(YearMonth::parse)
                        .map(last -> YearMonth.parse(situation.text("month")).isAfter(last))
                        .orElse(true),
                RefusalCode.ALREADY_DONE);
    }

    /** What the superior organ grants is said by its decision, unless the county had said it before. */
    static Guard benefitIsKnown() {
        return situation -> Stream.of("startMonth", "payment", "moneyless")
                .filter(name -> !situation.clear().has(name)
                        && !situation.header().fields().has(name))
                .findFirst()
                .flatMap(name -> situation.refuse(RefusalCode.FIELD_MISSING, "/clear/" + name));
    }

    static Guard isPaidOff() {
        return situation -> Guards.fieldIs("payment", "ONE_OFF").holds(situation)
                ? Guard.that(Guards.linkedIn("disbursement", PAID_OFF), RefusalCode.LINK_INVALID)
                        .check(situation)
                : situation.refuse(RefusalCode.RESULT_DIFFERS);
    }

    static List<Opening> findingIfUnfit(Situation situation) {
        return situation.text("result").equals("UNFIT")
                ? List.of(AuditFindings.about(
                        situation.header(),
                        "EMERGENCY_UNFIT",
                        situation.request().moment().txId()))
                : List.of();
    }

    static List<Opening> emergencyDisbursement(Situation situation) {
        Clear clear = Clear.of(
                        "month", YearMonth.from(CountyTime.day(situation.at())).toString())
                .with("programme", situation.text("programme"))
                .with("emergency", true);
        return List.of(payment(situation, clear));
    }

    /** At least two, all different, and none of them with a duty that is separate from the survey. */
    static Guard surveyorsAreSeparate() {
        return situation -> {
            List<String> surveyors = situation.clear().texts("surveyors");
            if (Set.copyOf(surveyors).size() != surveyors.size()) {
                return situation.refuse(RefusalCode.FIELD_INVALID, "/clear/surveyors must be different officers");
            }
            return surveyors.stream()
                    .flatMap(staff -> Separation.S1.broken(situation.header(), Duty.SURVEY, staff).stream())
                    .findFirst()
                    .flatMap(duty -> situation.refuse(RefusalCode.SEPARATION_OF_DUTY, "S1: " + duty));
        };
    }

    static void nameSurveyors(Situation situation, Draft draft) {
        situation.clear().texts("surveyors").forEach(staff -> draft.hand(Duty.SURVEY, staff));
    }

    static Guard isNamedSurveyor() {
        return Guard.that(
                        situation -> situation
                                .actor()
                                .staff()
                                .filter(situation.header().fields().texts("surveyors")::contains)
                                .isPresent(),
                        RefusalCode.NOT_THE_NAMED_OFFICER)
                .onlyIf(situation -> situation.header().fields().has("surveyors"));
    }

    static Guard homeVisitDone() {
        return Guard.that(Guards.isTrue(VISIT_DONE), RefusalCode.VISIT_MISSING);
    }

    static Guard countyVisitedIfFlagged() {
        return Guard.that(Guards.isTrue("countyVisitDone"), RefusalCode.COUNTY_VISIT_MISSING)
                .onlyIf(Guards.flagged("CONFLICT", "OBJECTED", "SAMPLED"));
    }

    static Guard duplicatesCleared() {
        return Guard.that(Guards.fieldIs("dupCheck", "NONE", "CLEARED"), RefusalCode.DUPLICATE_OPEN);
    }

    static Guard noticeIsUpOrDown() {
        return Guard.that(Guards.linkedIn(NOTICE, NoticeState.UP, NoticeState.DOWN), RefusalCode.NOTICE_NOT_UP);
    }

    /** When the notice was posted for its full time. */
    static Optional<Instant> noticeEnd(Header header, BiFunction<Kind, String, Optional<Header>> records) {
        return header.link(NOTICE)
                .flatMap(link -> records.apply(link.kind(), link.id()))
                .filter(notice -> !notice.state().equals(NoticeState.VOID.name()))
                .flatMap(notice -> notice.fields().text("endAt"))
                .map(Instant::parse);
    }

    /** Publishing a confirmation is done once. */
    static Guard notPublishedYet() {
        return Guard.that(Windows.live("PUBLISH"), RefusalCode.ALREADY_DONE);
    }

    static Condition delegatedToTown() {
        return situation -> situation
                .policy("welfare")
                .filter(policy -> policy.isTrue("delegateToTown"))
                .isPresent();
    }

    static Guard paysMoney() {
        return Guard.that(Guards.isTrue("moneyless").not(), RefusalCode.MONEYLESS);
    }

    static Guard monthNotBeforeStart() {
        return Guard.that(
                situation -> situation
                        .field("startMonth")
                        .map(YearMonth::parse)
                        .filter(start ->
                                !YearMonth.parse(situation.text("month")).isBefore(start))
                        .isPresent(),
                RefusalCode.FIELD_INVALID);
    }

    static List<Opening> notice(Situation situation, String noticeKind) {
        Clear clear = Clear.of("noticeKind", noticeKind)
                .with("scope", "VILLAGE")
                .with("linterVersion", situation.text("linterVersion"));
        return List.of(Opening.of(Kind.NOTICE, "K31", clear)
                .with(Map.of("text", situation.command().commitments().get("text"))));
    }

    static List<Opening> disbursement(Situation situation) {
        Clear clear = Clear.of("month", situation.text("month"))
                .with("programme", situation.field("programme").orElse(""));
        return List.of(payment(situation, clear));
    }

    private static Opening payment(Situation situation, Clear clear) {
        return Opening.of(Kind.DISBURSEMENT, "K61", clear)
                .with(Map.of("amount", situation.command().commitments().get("amount")))
                .at(new Opening.Place(Programme.OWNER, "finance"));
    }

    /** A fixed share of records is visited by the county, drawn by the last published checkpoint; none, no draw. */
    static void draw(Situation situation, Draft draft) {
        boolean sampled = situation
                .facts()
                .entry(new PointerKey("checkpoint"), Clear.class)
                .flatMap(checkpoint -> checkpoint.text("root"))
                .filter(root -> isDrawn(situation, root))
                .isPresent();
        draft.note(
                "objections", situation.header().fields().integer("objections").orElse(0L));
        draft.note("sampled", sampled);
        if (sampled) {
            draft.flag("SAMPLED");
        }
    }

    private static boolean isDrawn(Situation situation, String root) {
        byte[] digest = Digests.sha256((situation.command().id() + root).getBytes(StandardCharsets.UTF_8));
        long share = situation
                .policy("welfare")
                .flatMap(policy -> policy.integer("sample.permille"))
                .orElse(0L);
        return new BigInteger(1, digest).mod(BigInteger.valueOf(PER_MILLE)).longValueExact() < share;
    }
}
