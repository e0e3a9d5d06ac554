package org.countyledger.domain.welfare;

import static org.countyledger.domain.lifecycle.ClockStep.Start.clock;
import static org.countyledger.domain.lifecycle.ClockStep.Start.window;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Guards.says;
import static org.countyledger.domain.lifecycle.Guards.signedBy;
import static org.countyledger.domain.lifecycle.Guards.staged;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.welfare.WelfareState.ACCEPTED;
import static org.countyledger.domain.welfare.WelfareState.ACTIVE;
import static org.countyledger.domain.welfare.WelfareState.CHANGE_HEARING;
import static org.countyledger.domain.welfare.WelfareState.COMPLETED;
import static org.countyledger.domain.welfare.WelfareState.CORRECTION;
import static org.countyledger.domain.welfare.WelfareState.COUNTY_REVIEW;
import static org.countyledger.domain.welfare.WelfareState.EMERGENCY_GRANTED;
import static org.countyledger.domain.welfare.WelfareState.EMERGENCY_REVIEW;
import static org.countyledger.domain.welfare.WelfareState.ENDED;
import static org.countyledger.domain.welfare.WelfareState.ENDING;
import static org.countyledger.domain.welfare.WelfareState.GRANTED;
import static org.countyledger.domain.welfare.WelfareState.LAPSED;
import static org.countyledger.domain.welfare.WelfareState.OBJECTION_REVIEW;
import static org.countyledger.domain.welfare.WelfareState.OPINION_GIVEN;
import static org.countyledger.domain.welfare.WelfareState.PUBLIC_NOTICE;
import static org.countyledger.domain.welfare.WelfareState.RECONSIDERATION;
import static org.countyledger.domain.welfare.WelfareState.REDIRECTED;
import static org.countyledger.domain.welfare.WelfareState.REFUSED;
import static org.countyledger.domain.welfare.WelfareState.REFUSED_FINAL;
import static org.countyledger.domain.welfare.WelfareState.SUBMITTED;
import static org.countyledger.domain.welfare.WelfareState.TRANSFERRED;
import static org.countyledger.domain.welfare.WelfareState.VERIFYING;
import static org.countyledger.domain.welfare.WelfareState.WITHDRAWN;

import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Welfare application 救助申请; docs/policy/welfare.md has the same rule ids. */
public final class WelfareTable {
    private static final RowBuilder[] APPLICATION = {
        row("A01")
                .creates()
                .action("submit")
                .to(SUBMITTED)
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .when(WelfareGuards.programmeIsOpen(), staged("mandate").onlyIf(signedBy(KeyRole.PROXY)))
                .starts("ACCEPT")
                .shows(
                        oneOf("programme", Programme.class),
                        field("town", FieldType.TOWN),
                        oneOf("band", "1", "2", "3", "4", "5+"),
                        oneOf("channel", "ONLINE", "COUNTER", "GRID_WORKER"),
                        oneOf("custody", Custody.class))
                .notes(field("key", FieldType.BASE64))
                .stages("form", "consent")
                .mayStage("mandate")
                .does(WelfareGuards::found)
                .source("SAL 37–40, 63"),
        row("A02")
                .creates()
                .action("submitByOrder")
                .to(VERIFYING)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("SAL 76"),
        row("A03")
                .creates()
                .action("grantEmergency")
                .to(EMERGENCY_GRANTED)
                .by(Role.TOWN_LEAD)
                .notYet()
                .source("SAL 50"),
        row("A04")
                .from(SUBMITTED)
                .action("requestCorrection")
                .to(CORRECTION)
                .by(Role.TOWN_CLERK)
                .notYet()
                .source("SAL 62(2)"),
        row("A05")
                .from(CORRECTION)
                .action("resubmit")
                .to(SUBMITTED)
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .notYet(),
        row("A06").from(CORRECTION).action("lapse").to(LAPSED).byTimer().notYet(),
        row("A07")
                .from(SUBMITTED)
                .action("transferProgramme")
                .to(TRANSFERRED)
                .by(Role.TOWN_CLERK)
                .notYet()
                .source("SAL 64, 70(1)"),
        row("A08")
                .from(SUBMITTED)
                .action("redirect")
                .to(REDIRECTED)
                .by(Role.TOWN_LEAD)
                .notYet()
                .source("SAL 37, 38"),
        row("A09")
                .from(SUBMITTED)
                .action("accept")
                .to(ACCEPTED)
                .by(Role.TOWN_CLERK)
                .noConflict()
                .meets("ACCEPT")
                .starts("TOTAL")
                .starts("START_CHECK")
                .shows(oneOf("dupCheck", "NONE", "POSSIBLE"))
                .stages("checkList")
                .unverified("民发〔2021〕57号"),
    };

    private static final RowBuilder[] VERIFICATION = {
        row("A10")
                .from(ACCEPTED)
                .action("startVerification")
                .to(VERIFYING)
                .by(Role.TOWN_CLERK)
                .when(WelfareGuards.surveyorsAreSeparate())
                .meets("START_CHECK")
                .starts("VERIFY")
                .shows(field("surveyors", new FieldType.ListOf(FieldType.STAFF, 2, 5)))
                .stages("order")
                .does(WelfareGuards::nameSurveyors)
                .source("SAL 43; [YD]"),
        row("A11")
                .from(ACCEPTED)
                .action("reuseStatus")
                .to(OPINION_GIVEN)
                .by(Role.TOWN_LEAD)
                .notYet()
                .source("SAL 42(2)"),
        row("A12")
                .from(VERIFYING)
                .action("recordHomeVisit")
                .stays()
                .by(Role.TOWN_CLERK)
                .hand(Duty.SURVEY)
                .separate(Separation.S1)
                .when(WelfareGuards.isNamedSurveyor())
                .twice()
                .notes(oneOf("applicant", "SIGNED", "REFUSED_TO_SIGN"))
                .stages("visitReport")
                .does((situation, draft) -> draft.show(WelfareGuards.VISIT_DONE, true))
                .source("SAL 43; [YD]"),
        row("A13")
                .from(VERIFYING)
                .action("recordNeighbour")
                .stays()
                .by(Role.TOWN_CLERK)
                .notYet()
                .source("SAL 43"),
        row("A14")
                .from(VERIFYING)
                .action("requestInfoCheck")
                .stays()
                .by(Role.TOWN_CLERK)
                .notYet()
                .unverified("SAL 41; 57号 19"),
        row("A15")
                .from(VERIFYING)
                .action("recordInfoCheck")
                .stays()
                .by(Role.COUNTY_REVIEWER)
                .notYet()
                .source("SAL 42"),
        row("A16")
                .from(VERIFYING)
                .action("disputeCheck")
                .stays()
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .notYet()
                .source("GDS 26; PIPL 46"),
        row("A17")
                .from(VERIFYING)
                .action("resumeAfterDispute")
                .stays()
                .by(Role.TOWN_CLERK)
                .byTimer()
                .notYet(),
        row("A18")
                .from(VERIFYING)
                .action("giveOpinion:GRANT")
                .to(OPINION_GIVEN)
                .by(Role.TOWN_LEAD)
                .hand(Duty.OPINION)
                .separate(Separation.S1)
                .noConflict()
                .when(WelfareGuards.homeVisitDone())
                .meets("VERIFY")
                .starts("OPEN_NOTICE")
                .shows(field("ruleVersion", FieldType.NAME))
                .notes(field("reasonCode", FieldType.CODE))
                .stages("opinion")
                .source("SAL 44"),
        row("A19")
                .from(VERIFYING)
                .action("giveOpinion:REFUSE")
                .to(COUNTY_REVIEW)
                .by(Role.TOWN_LEAD)
                .hand(Duty.OPINION)
                .separate(Separation.S1)
                .noConflict()
                .when(WelfareGuards.homeVisitDone())
                .meets("VERIFY")
                .starts("COUNTY_DECIDE")
                .shows(field("ruleVersion", FieldType.NAME))
                .notes(field("reasonCode", FieldType.CODE))
                .stages("opinion")
                .source("SAL 44; [ZZ]"),
    };

    private static final RowBuilder[] NOTICE = {
        row("A20")
                .from(OPINION_GIVEN)
                .action("openNotice")
                .to(PUBLIC_NOTICE)
                .by(Role.TOWN_CLERK)
                .meets("OPEN_NOTICE")
                .opens(Kind.NOTICE, situation -> WelfareGuards.notice(situation, "PRELIMINARY"))
                .notes(field("linterVersion", FieldType.NAME))
                .stagesForOpened("text")
                .does(Effects.links(WelfareGuards.NOTICE, Kind.NOTICE, "noticeId"))
                .source("SA-2019 11(2)"),
        row("A21")
                .from(PUBLIC_NOTICE)
                .action("object")
                .to(OBJECTION_REVIEW)
                .byKey(KeyRole.OBJECTOR)
                .notYet()
                .source("[ZZ]"),
        row("A22")
                .from(PUBLIC_NOTICE)
                .action("noteObjection")
                .stays()
                .byKey(KeyRole.OBJECTOR)
                .notYet(),
        row("A23")
                .from(OBJECTION_REVIEW)
                .action("concludeObjection:GRANT")
                .to(OPINION_GIVEN)
                .by(Role.TOWN_LEAD)
                .notYet()
                .source("[ZZ]"),
        row("A24")
                .from(OBJECTION_REVIEW)
                .action("concludeObjection:REFUSE")
                .to(COUNTY_REVIEW)
                .by(Role.TOWN_LEAD)
                .notYet()
                .source("[ZZ]"),
        row("A25")
                .from(PUBLIC_NOTICE)
                .action("closeNotice")
                .to(COUNTY_REVIEW)
                .byTimer()
                .by(Role.TOWN_CLERK)
                .when(WelfareGuards.noticeIsUpOrDown())
                .notBefore(WelfareGuards::noticeEnd)
                .starts("COUNTY_DECIDE")
                .does(WelfareGuards::draw)
                .source("SA-2019 11(2)"),
        row("A26")
                .from(PUBLIC_NOTICE)
                .action("repeatNotice")
                .to(OPINION_GIVEN)
                .by(Role.TOWN_CLERK)
                .byTimer()
                .notYet(),
    };

    private static final RowBuilder[] DECISION = {
        row("A27")
                .from(COUNTY_REVIEW)
                .action("countyVisit")
                .stays()
                .by(Role.COUNTY_REVIEWER)
                .hand(Duty.REVIEW)
                .separate(Separation.S1)
                .noConflict()
                .stages("visitReport")
                .does((situation, draft) -> draft.show("countyVisitDone", true))
                .source("[ZZ]"),
        row("A28")
                .from(COUNTY_REVIEW)
                .action("grant")
                .to(GRANTED)
                .by(Role.COUNTY_DECIDER)
                .by(new Who.HolderIf(Role.TOWN_LEAD, WelfareGuards.delegatedToTown()))
                .hand(Duty.DECIDE)
                .separate(Separation.S1)
                .noConflict()
                .when(
                        WelfareGuards.countyVisitedIfFlagged(),
                        WelfareGuards.duplicatesCleared(),
                        staged("amount").onlyIf(situation -> !situation.clear().isTrue("moneyless")))
                .meets("COUNTY_DECIDE", "TOTAL")
                .starts("PUBLISH")
                .starts("PAY_INSTRUCT")
                .shows(
                        field("startMonth", FieldType.MONTH),
                        field("ruleVersion", FieldType.NAME),
                        oneOf("payment", "ONE_OFF", "MONTHLY"),
                        field("moneyless", FieldType.FLAG))
                .stages("decision")
                .mayStage("amount")
                .source("SAL 44, 45"),
        row("A29")
                .from(COUNTY_REVIEW)
                .action("refuse")
                .to(REFUSED)
                .by(Role.COUNTY_DECIDER)
                .hand(Duty.DECIDE)
                .separate(Separation.S1)
                .noConflict()
                .meets("COUNTY_DECIDE", "TOTAL")
                .starts("TELL")
                .awaits(window("RECON_WINDOW"))
                .shows(field("reasonCode", FieldType.CODE), field("remedyId", FieldType.NAME))
                .stages("decision")
                .source("SAL 45; [ZZ]"),
        row("A30")
                .from(COUNTY_REVIEW)
                .action("sendBack")
                .to(VERIFYING)
                .by(Role.COUNTY_DECIDER)
                .notYet(),
        row("A31")
                .from(ACCEPTED, VERIFYING, OPINION_GIVEN, PUBLIC_NOTICE, OBJECTION_REVIEW, COUNTY_REVIEW)
                .action("extend")
                .stays()
                .by(Role.COUNTY_DECIDER)
                .notYet()
                .unverified("57号"),
        row("A32")
                .from(ACCEPTED, VERIFYING, COUNTY_REVIEW)
                .action("adjudicateDuplicate")
                .stays()
                .by(Role.COUNTY_REVIEWER)
                .notYet(),
        row("A33")
                .from(GRANTED, ACTIVE)
                .action("publish")
                .stays()
                .by(Role.TOWN_CLERK)
                .when(WelfareGuards.notPublishedYet())
                .meets("PUBLISH")
                .opens(Kind.NOTICE, situation -> WelfareGuards.notice(situation, "CONFIRMATION"))
                .notes(field("linterVersion", FieldType.NAME))
                .stagesForOpened("text")
                .does(Effects.links("confirmation", Kind.NOTICE, "confirmationId"))
                .source("SAL 45, 11"),
    };

    private static final RowBuilder[] BENEFIT = {
        row("A34")
                .from(GRANTED)
                .action("instructPayment")
                .to(ACTIVE)
                .by(Role.FINANCE_OFFICER)
                .hand(Duty.PAY)
                .separate(Separation.S1)
                .when(WelfareGuards.paysMoney(), WelfareGuards.monthNotBeforeStart())
                .meets("PAY_INSTRUCT")
                .startsIf(says("review", "FIXED"), clock("REVIEW").by("review.fixed"))
                .startsIf(says("review", "VARIABLE"), clock("REVIEW").by("review.variable"))
                .opens(Kind.DISBURSEMENT, WelfareGuards::disbursement)
                .shows(field("month", FieldType.MONTH))
                .notes(oneOf("review", "FIXED", "VARIABLE"))
                .stages("amount")
                .does(Effects.links("disbursement", Kind.DISBURSEMENT, "disbursementId"))
                .source("seed; SAL 18"),
        row("A35")
                .from(GRANTED)
                .action("startStatus")
                .to(ACTIVE)
                .by(Role.COUNTY_REVIEWER)
                .notYet()
                .source("SAL 21, 22"),
        row("A36")
                .from(ACTIVE)
                .action("instructMonth")
                .stays()
                .by(Role.FINANCE_OFFICER)
                .notYet()
                .source("SAL 18"),
        row("A37")
                .from(ACTIVE)
                .action("review")
                .stays()
                .by(Role.TOWN_CLERK)
                .notYet()
                .source("SAL 46"),
        row("A38")
                .from(ACTIVE)
                .action("reportChange")
                .stays()
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .notYet()
                .source("SAL 46"),
        row("A39")
                .from(ACTIVE)
                .action("adjustUp")
                .stays()
                .by(Role.COUNTY_DECIDER)
                .notYet()
                .source("SAL 47"),
        row("A40")
                .from(GRANTED, ACTIVE)
                .action("proposeChange")
                .to(CHANGE_HEARING)
                .by(Role.TOWN_LEAD)
                .notYet()
                .source("SAL 47, 48"),
        row("A41")
                .from(CHANGE_HEARING)
                .action("answer")
                .stays()
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .notYet()
                .source("SAL 48"),
        row("A42")
                .from(CHANGE_HEARING)
                .action("recordHearing")
                .stays()
                .by(Role.TOWN_CLERK)
                .notYet()
                .source("SAL 48"),
        row("A43")
                .from(CHANGE_HEARING)
                .action("decideChange")
                .where(says("variant", "DOWN", "KEEP"))
                .to(ACTIVE)
                .by(Role.COUNTY_DECIDER)
                .notYet()
                .source("SAL 48"),
        row("A44")
                .from(CHANGE_HEARING)
                .action("decideChange:END")
                .to(ENDING)
                .by(Role.COUNTY_DECIDER)
                .notYet()
                .source("SAL 48"),
        row("A45")
                .from(ENDING)
                .action("closeWindow")
                .to(ENDED)
                .byTimer()
                .notYet()
                .source("XZFY 20"),
        row("A46")
                .from(REFUSED)
                .action("closeWindow")
                .to(REFUSED_FINAL)
                .byTimer()
                .notBefore(Trigger.elapsed("RECON_WINDOW"))
                .source("XZFY 20"),
    };

    private static final RowBuilder[] REMEDY = {
        row("A47")
                .from(GRANTED, ACTIVE, ENDING, REFUSED)
                .action("fileReconsideration")
                .to(RECONSIDERATION)
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("SAL 76; XZFY 20"),
        row("A48")
                .from(RECONSIDERATION)
                .action("recordAcceptance")
                .stays()
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("XZFY 30, 62"),
        row("A49")
                .from(RECONSIDERATION)
                .action("extendRecon")
                .stays()
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("XZFY 62"),
        row("A50")
                .from(RECONSIDERATION)
                .action("payDuringRecon")
                .stays()
                .by(Role.FINANCE_OFFICER)
                .notYet(),
        row("A51")
                .from(RECONSIDERATION)
                .action("recordOutcome:NO_CHANGE")
                .where(Guards.fieldIs("returnTo", "GRANTED"))
                .to(GRANTED)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("XZFY 33, 68, 69"),
        row("A60")
                .from(RECONSIDERATION)
                .action("recordOutcome:NO_CHANGE")
                .where(Guards.fieldIs("returnTo", "ACTIVE"))
                .to(ACTIVE)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("XZFY 33, 68, 69"),
        row("A61")
                .from(RECONSIDERATION)
                .action("recordOutcome:NO_CHANGE")
                .where(Guards.fieldIs("returnTo", "ENDING"))
                .to(ENDED)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("XZFY 33, 68, 69"),
        row("A62")
                .from(RECONSIDERATION)
                .action("recordOutcome:NO_CHANGE")
                .where(Guards.fieldIs("returnTo", "REFUSED"))
                .to(REFUSED_FINAL)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("XZFY 33, 68, 69"),
        row("A52")
                .from(RECONSIDERATION)
                .action("recordOutcome:CHANGED")
                .to(GRANTED)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("XZFY 63"),
        row("A53")
                .from(RECONSIDERATION)
                .action("recordOutcome")
                .where(says("variant", "REVOKED", "ORDERED"))
                .to(VERIFYING)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("XZFY 64, 66"),
        row("A54")
                .from(
                        SUBMITTED,
                        CORRECTION,
                        ACCEPTED,
                        VERIFYING,
                        OPINION_GIVEN,
                        PUBLIC_NOTICE,
                        OBJECTION_REVIEW,
                        COUNTY_REVIEW)
                .action("withdraw")
                .to(WITHDRAWN)
                .byKey(KeyRole.HOLDER)
                .witnessed()
                .cancelsAll(),
        row("A55")
                .from(GRANTED, ACTIVE, ENDING, REFUSED)
                .action("relinquish")
                .to(ENDED)
                .byKey(KeyRole.HOLDER)
                .notYet(),
        row("A56")
                .from(GRANTED, ACTIVE, CHANGE_HEARING)
                .action("endByDeath")
                .to(ENDED)
                .by(Role.TOWN_LEAD)
                .notYet(),
        row("A57")
                .from(ACTIVE)
                .action("complete")
                .to(COMPLETED)
                .by(Role.FINANCE_OFFICER)
                .byTimer()
                .notYet(),
        row("A58")
                .from(EMERGENCY_GRANTED)
                .action("postDocument")
                .to(EMERGENCY_REVIEW)
                .by(Role.TOWN_CLERK)
                .notYet()
                .source("SAL 50"),
        row("A59")
                .from(EMERGENCY_REVIEW)
                .action("closeEmergency")
                .to(COMPLETED)
                .by(Role.COUNTY_DECIDER)
                .notYet()
                .source("SAL 50"),
    };

    public static final Lifecycle TABLE = lifecycle(
            Kind.WELFARE_APPLICATION,
            WelfareState.class,
            "R10",
            APPLICATION,
            VERIFICATION,
            NOTICE,
            DECISION,
            BENEFIT,
            REMEDY);

    private WelfareTable() {}
}
