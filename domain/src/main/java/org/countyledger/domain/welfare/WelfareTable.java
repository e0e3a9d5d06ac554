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
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.NoticeState;

/** Welfare application 救助申请; docs/policy/WelfareApplication.md has the same rule ids. */
public final class WelfareTable {
    private static final Field SOURCES = field(
            "sourceCodes",
            new FieldType.ListOf(oneOf("source", CheckSource.class).type(), 1, 14));
    private static final Field NO_CHANGE = oneOf("outcome", "UPHELD", "DISMISSED", "WITHDRAWN", "NOT_ACCEPTED");

    private static final RowBuilder[] APPLICATION = {
        row("A01")
                .creates()
                .action("submit")
                .to(SUBMITTED)
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .byOfficerOf(WelfareGuards::departmentOfProgramme, Role.COUNTY_REVIEWER)
                .openedBy("A07")
                .when(
                        WelfareGuards.programmeIsOpen(),
                        WelfareGuards.departmentEntersOnlyItsOwn(),
                        Guards.given("key").onlyIf(WelfareGuards.byConduit()),
                        Guards.given("custody").onlyIf(WelfareGuards.byConduit()),
                        staged("mandate").onlyIf(signedBy(KeyRole.PROXY)))
                .starts("ACCEPT")
                .shows(
                        oneOf("programme", Programme.class),
                        field("town", FieldType.TOWN),
                        oneOf("band", "1", "2", "3", "4", "5+"),
                        oneOf("channel", "ONLINE", "COUNTER", "GRID_WORKER"),
                        oneOf("custody", Custody.class).optional())
                .notes(
                        field("key", FieldType.BASE64).optional(),
                        oneOf("keyRole", "HOLDER", "PROXY").optional())
                .stages("form", "consent")
                .mayStage("mandate")
                .does(WelfareGuards::found)
                .source("SAL 37–40, 63"),
        row("A02")
                .creates()
                .action("submitByOrder")
                .to(VERIFYING)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .when(WelfareGuards.earlierIsOver())
                .starts("TOTAL")
                .starts("VERIFY")
                .shows(
                        field("earlier", FieldType.NAME),
                        field("town", FieldType.TOWN),
                        oneOf("outcomeCode", "JUDGMENT", "ORDER"))
                .stages("superiorDoc")
                .does(WelfareGuards::reopen)
                .source("SAL 76"),
        row("A03")
                .creates()
                .action("grantEmergency")
                .to(EMERGENCY_GRANTED)
                .by(Role.TOWN_LEAD)
                .hand(Duty.OPINION)
                .when(WelfareGuards.programmeIsOpen())
                .starts("POST_DOCUMENT")
                .opens(Kind.DISBURSEMENT, WelfareGuards::emergencyDisbursement)
                .shows(
                        oneOf("programme", Programme.TEMP_RELIEF.name()),
                        field("town", FieldType.TOWN),
                        oneOf("tier", "SMALL"),
                        field("reasonCode", FieldType.CODE))
                .stages("situation", "amount")
                .does(WelfareGuards::found)
                .does(Effects.links("disbursement", Kind.DISBURSEMENT, "disbursementId"))
                .source("SAL 50"),
        row("A04")
                .from(SUBMITTED)
                .action("requestCorrection")
                .to(CORRECTION)
                .by(Role.TOWN_CLERK)
                .when(Counts.once("corrections"), InfoChecks.asksNothingThatCanBeChecked())
                .pauses("WAIT_APPLICANT", "ACCEPT")
                .starts(window("CORRECT"))
                .notes(field("itemCodes", new FieldType.ListOf(FieldType.CODE, 1, 20)))
                .stages("list")
                .does(Counts.up("corrections"))
                .source("SAL 62(2)"),
        row("A05")
                .from(CORRECTION)
                .action("resubmit")
                .to(SUBMITTED)
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .meets("CORRECT")
                .resumes("ACCEPT")
                .stages("form"),
        row("A06")
                .from(CORRECTION)
                .action("lapse")
                .to(LAPSED)
                .byTimer()
                .when(Windows.isDelivered("list"))
                .notBefore(Trigger.elapsed("CORRECT"))
                .cancels("ACCEPT"),
        row("A07")
                .from(SUBMITTED)
                .action("transferProgramme")
                .to(TRANSFERRED)
                .by(Role.TOWN_CLERK)
                .when(Guards.alsoSignedBy(KeyRole.HOLDER), WelfareGuards.otherProgrammeIsOpen())
                .meets("ACCEPT")
                .opens(Kind.WELFARE_APPLICATION, WelfareGuards::transferred)
                .notes(oneOf("newProgramme", Programme.class), field("reasonCode", FieldType.CODE))
                .source("SAL 64, 70(1)"),
        row("A08")
                .from(SUBMITTED)
                .action("redirect")
                .to(REDIRECTED)
                .by(Role.TOWN_LEAD)
                .meets("ACCEPT")
                .shows(
                        field("targetCode", FieldType.CODE),
                        field("reasonCode", FieldType.CODE),
                        field("remedyId", FieldType.NAME))
                .stages("letter")
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
                .hand(Duty.OPINION)
                .separate(Separation.S1)
                .when(WelfareGuards.statusIsValid())
                .meets("START_CHECK")
                .starts("OPEN_NOTICE")
                .shows(oneOf("basis", "SAL42"))
                .notes(field("statusValidUntil", FieldType.DATE))
                .stages("opinion", "status")
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
                .notes(oneOf("methodCode", "NEIGHBOUR_VISIT", "LETTER", "APPRAISAL"))
                .stages("neighbour")
                .source("SAL 43"),
        row("A14")
                .from(VERIFYING)
                .action("requestInfoCheck")
                .stays()
                .by(Role.TOWN_CLERK)
                .when(InfoChecks.consentIsThere(), InfoChecks.noneOpen())
                .starts("INFO_CHECK")
                .notes(SOURCES)
                .stages("request")
                .does(InfoChecks::ask)
                .unverified("SAL 41; 57号 19"),
        row("A15")
                .from(VERIFYING)
                .action("recordInfoCheck")
                .stays()
                .by(Role.COUNTY_REVIEWER)
                .when(InfoChecks.wereAsked(), InfoChecks.everyReadIsRecorded())
                .meetsIf(InfoChecks.isLastAnswer(), "INFO_CHECK")
                .notes(SOURCES, field("accessRecords", new FieldType.ListOf(FieldType.NAME, 1, 20)))
                .stages("checkResult")
                .does(InfoChecks::answer)
                .source("SAL 42"),
        row("A16")
                .from(VERIFYING)
                .action("disputeCheck")
                .stays()
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .when(InfoChecks.mayBeDisputed(), Windows.isDelivered("checkResult"))
                .pauses("CHECK_DISPUTED", "VERIFY", "TOTAL")
                .opens(Kind.CORRECTION_REQUEST, InfoChecks::correction)
                .notes(oneOf("sourceCode", CheckSource.class))
                .stages("dispute")
                .does(InfoChecks::dispute)
                .source("GDS 26; PIPL 46"),
        row("A17")
                .from(VERIFYING)
                .action("resumeAfterDispute")
                .stays()
                .by(Role.TOWN_CLERK)
                .byTimer()
                .when(InfoChecks.isPausedByDispute(), InfoChecks.disputeIsOver())
                .notBefore(InfoChecks::endOfDispute)
                .resumes("VERIFY", "TOTAL")
                .does(InfoChecks::noteOutcome),
        row("A18")
                .from(VERIFYING)
                .action("giveOpinion:GRANT")
                .to(OPINION_GIVEN)
                .by(Role.TOWN_LEAD)
                .hand(Duty.OPINION)
                .separate(Separation.S1)
                .noConflict()
                .when(WelfareGuards.homeVisitDone(), InfoChecks.nothingOpen())
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
                .when(WelfareGuards.homeVisitDone(), InfoChecks.nothingOpen())
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
                .when(Objections.noticeHangs(), Counts.fewerThan(Objections.ROUNDS, "welfare", "objection.rounds"))
                .starts("OBJECTION")
                .notes(field("key", FieldType.BASE64))
                .stages("objection")
                .does(Objections::register)
                .source("[ZZ]"),
        row("A22")
                .from(PUBLIC_NOTICE)
                .action("noteObjection")
                .stays()
                .byKey(KeyRole.OBJECTOR)
                .when(Objections.noticeHangs(), Objections.roundsAreUsedUp())
                .notes(field("key", FieldType.BASE64))
                .stages("objection")
                .does(Objections::register),
        row("A23")
                .from(OBJECTION_REVIEW)
                .action("concludeObjection:GRANT")
                .to(OPINION_GIVEN)
                .by(Role.TOWN_LEAD)
                .hand(Duty.OPINION)
                .separate(Separation.S1)
                .when(Objections.isLookedIntoByOthers())
                .meets("OBJECTION")
                .starts("OPEN_NOTICE")
                .notes(Objections.METHOD)
                .stages("appraisal", "opinion")
                .does(Objections::conclude)
                .source("[ZZ]"),
        row("A24")
                .from(OBJECTION_REVIEW)
                .action("concludeObjection:REFUSE")
                .to(COUNTY_REVIEW)
                .by(Role.TOWN_LEAD)
                .hand(Duty.OPINION)
                .separate(Separation.S1)
                .when(Objections.isLookedIntoByOthers())
                .meets("OBJECTION")
                .starts("COUNTY_DECIDE")
                .notes(Objections.METHOD)
                .notes(field("reasonCode", FieldType.CODE))
                .stages("appraisal", "opinion")
                .does(Objections::conclude)
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
                .when(Guard.that(Guards.linkedIn(WelfareGuards.NOTICE, NoticeState.VOID), RefusalCode.LINK_INVALID))
                .notBefore(Trigger.linkedIn(WelfareGuards.NOTICE, NoticeState.VOID))
                .starts("OPEN_NOTICE")
                .does(WelfareGuards::noteCause),
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
                        WelfareGuards.moneylessOnlyWhereThereIsStatus(),
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
                .when(Counts.fewerThan("sentBack", "welfare", "send_back.count"))
                .cancels("COUNTY_DECIDE")
                .starts("VERIFY")
                .notes(field("reasonCode", FieldType.CODE))
                .stages("memo")
                .does(Counts.up("sentBack")),
        row("A31")
                .from(ACCEPTED, VERIFYING, OPINION_GIVEN, PUBLIC_NOTICE, OBJECTION_REVIEW, COUNTY_REVIEW)
                .action("extend")
                .stays()
                .by(Role.COUNTY_DECIDER)
                .when(Guard.that(Guards.flagged("EXTENDED").not(), RefusalCode.ALREADY_DONE))
                .prolongs("TOTAL", "total.extension")
                .notes(field("reasonCode", FieldType.CODE))
                .stages("letter")
                .does(Effects.flag("EXTENDED"))
                .unverified("民发〔2021〕57号"),
        row("A32")
                .from(ACCEPTED, VERIFYING, COUNTY_REVIEW)
                .action("adjudicateDuplicate")
                .stays()
                .by(Role.COUNTY_REVIEWER)
                .when(Guard.that(Guards.fieldIs("dupCheck", "POSSIBLE"), RefusalCode.ALREADY_DONE))
                .shows(oneOf("dupCheck", "CLEARED", "CONFIRMED"))
                .stages("checkResult"),
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
                .from(GRANTED, ACTIVE)
                .where(WelfareGuards.firstPaymentIsOwed())
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
                .from(GRANTED, ACTIVE)
                .where(WelfareGuards.firstPaymentIsOwed())
                .action("startStatus")
                .to(ACTIVE)
                .by(Role.COUNTY_REVIEWER)
                .when(WelfareGuards.paysNoMoney())
                .cancels("PAY_INSTRUCT")
                .starts(clock("REVIEW").by("review.fixed"))
                .source("SAL 21, 22"),
        row("A36")
                .from(ACTIVE)
                .where(WelfareGuards.firstPaymentIsOwed().not())
                .action("instructMonth")
                .stays()
                .by(Role.FINANCE_OFFICER)
                .hand(Duty.PAY)
                .separate(Separation.S1)
                .when(
                        WelfareGuards.paysMoney(),
                        WelfareGuards.paysMonthly(),
                        WelfareGuards.monthNotBeforeStart(),
                        WelfareGuards.monthIsLater())
                .opens(Kind.DISBURSEMENT, WelfareGuards::disbursement)
                .shows(field("month", FieldType.MONTH))
                .stages("amount")
                .does(Effects.links("disbursement", Kind.DISBURSEMENT, "disbursementId"))
                .source("SAL 18"),
        row("A37")
                .from(ACTIVE)
                .action("review")
                .stays()
                .by(Role.TOWN_CLERK)
                .noConflict()
                .meets("REVIEW")
                .startsIf(says("review", "FIXED"), clock("REVIEW").by("review.fixed"))
                .startsIf(says("review", "VARIABLE"), clock("REVIEW").by("review.variable"))
                .notes(oneOf("resultCode", "UNCHANGED", "UP", "DOWN", "END"), oneOf("review", "FIXED", "VARIABLE"))
                .stages("reviewReport")
                .source("SAL 46"),
        row("A38")
                .from(ACTIVE)
                .action("reportChange")
                .stays()
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .starts("CHANGE_CHECK")
                .stages("change")
                .source("SAL 46"),
        row("A39")
                .from(ACTIVE)
                .action("adjustUp")
                .stays()
                .by(Role.COUNTY_DECIDER)
                .hand(Duty.DECIDE)
                .separate(Separation.S1)
                .when(Hearings.reviewOrChangeIsThere(), WelfareGuards.paysMoney())
                .meets("CHANGE_CHECK")
                .awaits(window("RECON_WINDOW"))
                .shows(field("changeMonth", FieldType.MONTH))
                .stages("decision", "amount")
                .source("SAL 47"),
        row("A40")
                .from(GRANTED, ACTIVE)
                .action("proposeChange")
                .to(CHANGE_HEARING)
                .by(Role.TOWN_LEAD)
                .meets("CHANGE_CHECK")
                .starts("DECIDE_CHANGE")
                .awaits(window("HEAR"))
                .shows(oneOf("direction", "DOWN", "END"))
                .notes(field("reasonCode", FieldType.CODE))
                .stages("proposal")
                .does(Effects.sets("heard", false))
                .source("SAL 47, 48"),
        row("A41")
                .from(CHANGE_HEARING)
                .action("answer")
                .stays()
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .meets("HEAR")
                .stages("answer")
                .does(Effects.sets("heard", true))
                .source("SAL 48"),
        row("A42")
                .from(CHANGE_HEARING)
                .action("recordHearing")
                .stays()
                .by(Role.TOWN_CLERK)
                .twice()
                .meets("HEAR")
                .notes(oneOf("recipient", "SIGNED", "REFUSED_TO_SIGN"))
                .stages("hearing")
                .does(Effects.sets("heard", true))
                .source("SAL 48"),
        row("A43")
                .from(CHANGE_HEARING)
                .action("decideChange")
                .where(says("variant", "DOWN", "KEEP"))
                .to(ACTIVE)
                .by(Role.COUNTY_DECIDER)
                .hand(Duty.DECIDE)
                .separate(Separation.S1)
                .when(Hearings.wasHeard(), staged("amount").onlyIf(says("variant", "DOWN")))
                .meets("DECIDE_CHANGE")
                .starts("TELL")
                .awaits(window("RECON_WINDOW"))
                .shows(
                        field("reasonCode", FieldType.CODE),
                        field("remedyId", FieldType.NAME),
                        field("changeMonth", FieldType.MONTH))
                .stages("decision")
                .mayStage("amount")
                .source("SAL 48"),
        row("A44")
                .from(CHANGE_HEARING)
                .action("decideChange:END")
                .to(ENDING)
                .by(Role.COUNTY_DECIDER)
                .hand(Duty.DECIDE)
                .separate(Separation.S1)
                .when(Hearings.wasHeard(), Hearings.endWasProposed())
                .meets("DECIDE_CHANGE")
                .cancels("PAY_INSTRUCT")
                .starts("TELL")
                .awaits(window("RECON_WINDOW"))
                .shows(
                        field("reasonCode", FieldType.CODE),
                        field("remedyId", FieldType.NAME),
                        field("changeMonth", FieldType.MONTH))
                .stages("decision")
                .source("SAL 48"),
        row("A45")
                .from(ENDING)
                .action("closeWindow")
                .to(ENDED)
                .byTimer()
                .notBefore(Trigger.elapsed("RECON_WINDOW"))
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
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .when(Windows.open("RECON_WINDOW"))
                .cancels("RECON_WINDOW")
                .starts("RECON_ACCEPT")
                .stages("request")
                .does((situation, draft) ->
                        draft.show("returnTo", situation.header().state()))
                .source("SAL 76; XZFY 20"),
        row("A48")
                .from(RECONSIDERATION)
                .action("recordAcceptance")
                .stays()
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .when(Guard.that(Windows.runs("RECON_ACCEPT"), RefusalCode.ALREADY_DONE))
                .meets("RECON_ACCEPT")
                .starts("RECON_DECIDE")
                .stages("superiorDoc")
                .source("XZFY 30, 62"),
        row("A49")
                .from(RECONSIDERATION)
                .action("extendRecon")
                .stays()
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .when(
                        Guard.that(Windows.runs("RECON_DECIDE"), RefusalCode.CLOCK_NOT_RUNNING),
                        Hearings.reconNotExtended())
                .prolongs("RECON_DECIDE", "recon.extension")
                .stages("superiorDoc")
                .does(Hearings::extendRecon)
                .source("XZFY 62"),
        row("A50")
                .from(RECONSIDERATION)
                .action("payDuringRecon")
                .stays()
                .by(Role.FINANCE_OFFICER)
                .hand(Duty.PAY)
                .separate(Separation.S1)
                .when(
                        Guard.that(Guards.fieldIs("returnTo", "GRANTED", "ACTIVE"), RefusalCode.RESULT_DIFFERS),
                        WelfareGuards.paysMoney(),
                        WelfareGuards.paysMonthly(),
                        WelfareGuards.monthNotBeforeStart(),
                        WelfareGuards.monthIsLater())
                .opens(Kind.DISBURSEMENT, WelfareGuards::disbursement)
                .shows(field("month", FieldType.MONTH))
                .stages("amount")
                .does(Effects.links("disbursement", Kind.DISBURSEMENT, "disbursementId")),
        row("A51")
                .from(RECONSIDERATION)
                .action("recordOutcome:NO_CHANGE")
                .where(Guards.fieldIs("returnTo", "GRANTED"))
                .to(GRANTED)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .meets("RECON_ACCEPT", "RECON_DECIDE")
                .shows(NO_CHANGE)
                .stages("superiorDoc")
                .source("XZFY 33, 68, 69"),
        row("A60")
                .from(RECONSIDERATION)
                .action("recordOutcome:NO_CHANGE")
                .where(Guards.fieldIs("returnTo", "ACTIVE"))
                .to(ACTIVE)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .meets("RECON_ACCEPT", "RECON_DECIDE")
                .shows(NO_CHANGE)
                .stages("superiorDoc")
                .source("XZFY 33, 68, 69"),
        row("A61")
                .from(RECONSIDERATION)
                .action("recordOutcome:NO_CHANGE")
                .where(Guards.fieldIs("returnTo", "ENDING"))
                .to(ENDED)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .meets("RECON_ACCEPT", "RECON_DECIDE")
                .shows(NO_CHANGE)
                .stages("superiorDoc")
                .source("XZFY 33, 68, 69"),
        row("A62")
                .from(RECONSIDERATION)
                .action("recordOutcome:NO_CHANGE")
                .where(Guards.fieldIs("returnTo", "REFUSED"))
                .to(REFUSED_FINAL)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .meets("RECON_ACCEPT", "RECON_DECIDE")
                .shows(NO_CHANGE)
                .stages("superiorDoc")
                .source("XZFY 33, 68, 69"),
        row("A52")
                .from(RECONSIDERATION)
                .action("recordOutcome:CHANGED")
                .to(GRANTED)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .when(WelfareGuards.benefitIsKnown())
                .meets("RECON_DECIDE")
                .starts("PUBLISH")
                .starts("PAY_INSTRUCT")
                .shows(
                        oneOf("outcome", "CHANGED"),
                        field("startMonth", FieldType.MONTH).optional(),
                        oneOf("payment", "ONE_OFF", "MONTHLY").optional(),
                        field("moneyless", FieldType.FLAG).optional())
                .stages("superiorDoc")
                .source("XZFY 63"),
        row("A53")
                .from(RECONSIDERATION)
                .action("recordOutcome")
                .where(says("variant", "REVOKED", "ORDERED"))
                .to(VERIFYING)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .meets("RECON_DECIDE")
                .starts(clock("TOTAL").by("redo"))
                .starts("VERIFY")
                .shows(
                        oneOf("outcome", "REVOKED", "ORDERED"),
                        field("timeLimit", FieldType.DATE).optional())
                .stages("superiorDoc")
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
                .witnessed()
                .cancelsAll(),
        row("A56")
                .from(GRANTED, ACTIVE, CHANGE_HEARING)
                .action("endByDeath")
                .to(ENDED)
                .by(Role.TOWN_LEAD)
                .cancelsAll()
                .shows(oneOf("reasonCode", "DEATH"))
                .stages("proof"),
        row("A57")
                .from(ACTIVE)
                .action("complete")
                .to(COMPLETED)
                .by(Role.FINANCE_OFFICER)
                .byTimer()
                .when(WelfareGuards.isPaidOff())
                .notBefore(Trigger.linkedIn("disbursement", WelfareGuards.PAID_OFF))
                .cancelsAll(),
        row("A58")
                .from(EMERGENCY_GRANTED)
                .action("postDocument")
                .to(EMERGENCY_REVIEW)
                .by(Role.TOWN_CLERK)
                .meets("POST_DOCUMENT")
                .starts("EMERGENCY_CLOSE")
                .stages("explanation")
                .source("SAL 50"),
        row("A59")
                .from(EMERGENCY_REVIEW)
                .action("closeEmergency")
                .to(COMPLETED)
                .by(Role.COUNTY_DECIDER)
                .hand(Duty.DECIDE)
                .separate(Separation.S1)
                .meets("EMERGENCY_CLOSE")
                .opens(Kind.AUDIT_FINDING, WelfareGuards::findingIfUnfit)
                .shows(oneOf("result", "FIT", "UNFIT"))
                .stages("memo")
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
