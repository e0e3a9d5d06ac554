package org.countyledger.domain.welfare;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.NoticeState;

/** What must be true of welfare applications, and what their rows do; named by the rules of docs/policy/welfare.md. */
final class WelfareGuards {
    static final String NOTICE = "notice";
    static final String VISIT_DONE = "visitDone";
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

    static void found(Situation situation, Draft draft) {
        draft.handledBy(
                Programme.OWNER, Programme.valueOf(situation.text("programme")).department());
        Effects.registersKey().apply(situation, draft);
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
                RefusalCode.NOT_THE_NAMED_OFFICER);
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
        return Guard.that(
                situation -> situation.header().fields().text("confirmationId").isEmpty(), RefusalCode.ALREADY_DONE);
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
        return List.of(Opening.of(Kind.DISBURSEMENT, "K61", clear)
                .with(Map.of("amount", situation.command().commitments().get("amount")))
                .at(new Opening.Place(Programme.OWNER, "finance")));
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
