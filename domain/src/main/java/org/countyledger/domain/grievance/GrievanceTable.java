package org.countyledger.domain.grievance;

import static org.countyledger.domain.grievance.GrievanceGuards.is;
import static org.countyledger.domain.grievance.GrievanceGuards.isHotline;
import static org.countyledger.domain.grievance.GrievanceState.ACCEPTED;
import static org.countyledger.domain.grievance.GrievanceState.ARCHIVED;
import static org.countyledger.domain.grievance.GrievanceState.CLOSED;
import static org.countyledger.domain.grievance.GrievanceState.CLOSED_UNCONFIRMED;
import static org.countyledger.domain.grievance.GrievanceState.DISPATCHED;
import static org.countyledger.domain.grievance.GrievanceState.DISPATCH_OBJECTED;
import static org.countyledger.domain.grievance.GrievanceState.DIVERTED;
import static org.countyledger.domain.grievance.GrievanceState.FINAL;
import static org.countyledger.domain.grievance.GrievanceState.GRID_HANDLING;
import static org.countyledger.domain.grievance.GrievanceState.IN_HANDLING;
import static org.countyledger.domain.grievance.GrievanceState.IN_MEDIATION;
import static org.countyledger.domain.grievance.GrievanceState.MERGED;
import static org.countyledger.domain.grievance.GrievanceState.NOT_ACCEPTED;
import static org.countyledger.domain.grievance.GrievanceState.OPINION_ISSUED;
import static org.countyledger.domain.grievance.GrievanceState.REGISTERED;
import static org.countyledger.domain.grievance.GrievanceState.REREVIEW_DECIDED;
import static org.countyledger.domain.grievance.GrievanceState.REREVIEW_HEARING;
import static org.countyledger.domain.grievance.GrievanceState.RESOLVED;
import static org.countyledger.domain.grievance.GrievanceState.REVIEW_DECIDED;
import static org.countyledger.domain.grievance.GrievanceState.SEALED;
import static org.countyledger.domain.grievance.GrievanceState.UNDER_REREVIEW;
import static org.countyledger.domain.grievance.GrievanceState.UNDER_REVIEW;
import static org.countyledger.domain.grievance.GrievanceState.WITHDRAWN;
import static org.countyledger.domain.lifecycle.ClockStep.Start.clock;
import static org.countyledger.domain.lifecycle.ClockStep.Start.window;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Guards.says;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

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
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.EvidenceCode;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.Overdues;

/** Grievance 诉求、信访、纠纷; docs/policy/Grievance.md has the same rule ids. */
public final class GrievanceTable {
    private static final Field[] REGISTRATION = {
        oneOf("category", Category.class),
        field("town", FieldType.TOWN),
        oneOf("mode", "REAL", "CONFIDENTIAL", "ANONYMOUS"),
        field("urgent", FieldType.FLAG),
        field("representatives", new FieldType.Whole(0, 5)).optional(),
    };

    private static final RowBuilder[] REGISTER = {
        row("B01")
                .creates()
                .action("register")
                .to(REGISTERED)
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .starts("ROUTE")
                .starts("ROUTE_SERVICE")
                .shows(REGISTRATION)
                .shows(oneOf("custody", Custody.class))
                .notes(
                        field("key", FieldType.BASE64),
                        oneOf("keyRole", "HOLDER", "PROXY").optional())
                .stages("text")
                .mayStage("identity")
                .when(Guards.staged("identity").onlyIf(says("mode", "REAL", "CONFIDENTIAL")))
                .does(GrievanceGuards::register)
                .source("XF 17–20"),
        row("B02")
                .creates()
                .action("registerFor")
                .to(REGISTERED)
                .by(Role.GRID_WORKER, Role.PETITION_REGISTRAR)
                .openedBy("E18", "F56")
                .starts("ROUTE")
                .starts("ROUTE_SERVICE")
                .shows(REGISTRATION)
                .shows(oneOf("channel", "ORAL", "TELEPHONE", "LETTER", "VISIT", "RATING"))
                .stages("text")
                .mayStage("identity")
                .when(
                        Guards.staged("identity").onlyIf(says("mode", "REAL", "CONFIDENTIAL")),
                        Guard.that(says("channel", "RATING").not(), RefusalCode.FIELD_INVALID))
                .does(GrievanceGuards::register)
                .source("XF 19"),
        row("B03")
                .creates()
                .action("seal")
                .to(SEALED)
                .by(Role.PETITION_REGISTRAR)
                .stages("handover")
                .does(GrievanceGuards::register)
                .source("XF 22, 30"),
        row("B04")
                .from(REGISTERED)
                .action("merge")
                .to(MERGED)
                .by(Role.PETITION_REGISTRAR)
                .when(GrievanceGuards.masterIsOfTheSameSort())
                .meets("ROUTE", "ROUTE_SERVICE")
                .shows(field("master", FieldType.NAME))
                .does(Effects.linksNamed("master", Kind.GRIEVANCE, "master")),
        row("B05")
                .from(REGISTERED)
                .action("refuseRepeat")
                .to(NOT_ACCEPTED)
                .by(Role.PETITION_REGISTRAR)
                .when(GrievanceGuards.isFinalOrInProgressElsewhere())
                .meets("ROUTE", "ROUTE_SERVICE")
                .shows(
                        field("same", FieldType.NAME),
                        field("reasonCode", FieldType.CODE),
                        field("remedyId", FieldType.NAME))
                .stages("letter")
                .does(Effects.linksNamed("same", Kind.GRIEVANCE, "same"))
                .source("XF 19(3), 36(3)"),
        row("B06")
                .from(REGISTERED)
                .action("gridTry")
                .to(GRID_HANDLING)
                .by(Role.GRID_WORKER)
                .startsIf(Guards.isTrue("urgent").not(), clock("CONTACT"))
                .startsIf(Guards.isTrue("urgent"), clock("CONTACT").by("contact_urgent"))
                .does((situation, draft) ->
                        draft.show("gridWorker", situation.actor().staff().orElse("")))
                .source("GRID 11"),
        row("B07")
                .from(GRID_HANDLING)
                .action("contact")
                .stays()
                .by(Role.GRID_WORKER)
                .meets("CONTACT")
                .stages("note")
                .source("GRID 11"),
        row("B08")
                .from(GRID_HANDLING)
                .action("gridSettle")
                .to(RESOLVED)
                .by(Role.GRID_WORKER)
                .when(GrievanceGuards.onlyFor(is(Category.CLAIM).not()))
                .meets("CONTACT", "ROUTE", "ROUTE_SERVICE")
                .awaits(window("CONFIRM"))
                .shows(field("result", FieldType.CODE))
                .stages("proof")
                .source("GRID 11"),
        row("B09")
                .from(GRID_HANDLING)
                .action("upload")
                .to(REGISTERED)
                .by(Role.GRID_WORKER)
                .byTimer()
                .when(
                        Guards.given("reasonCode").onlyIf(Guards.byTimer().not()),
                        Guards.staged("note").onlyIf(Guards.byTimer().not()),
                        Overdues.declared("CONTACT", 1).onlyIf(Guards.byTimer()))
                .timerNotBefore(Overdues.due("CONTACT"))
                .cancels("CONTACT")
                .notes(field("reasonCode", FieldType.CODE).optional())
                .mayStage("note")
                .source("GRID 11"),
    };

    private static final RowBuilder[] DISPATCH = {
        row("B10")
                .from(REGISTERED, GRID_HANDLING)
                .action("dispatch")
                .to(DISPATCHED)
                .by(Role.PETITION_REGISTRAR, Role.GRID_LEAD)
                .when(Guards.isDepartment("department"))
                .meets("ROUTE", "ROUTE_SERVICE")
                .cancels("CONTACT")
                .starts("RECEIPT")
                .starts("OBJECT_DISPATCH")
                .startsIf(isHotline(), clock("HANDLE").by("handle_hotline"))
                .startsIf(isHotline(), clock("INTERIM").shareOf("HANDLE"))
                .shows(field("department", FieldType.NAME))
                .does(GrievanceGuards::dispatch)
                .source("XF 22, 23; JN 24"),
        row("B11")
                .from(DISPATCHED)
                .action("objectDispatch")
                .to(DISPATCH_OBJECTED)
                .by(Role.CASE_OFFICER_LEAD)
                .hand(Duty.OBJECT_OR_RULE_DISPATCH)
                .when(
                        Guard.that(Guards.isTrue("objectionBarred").not(), RefusalCode.DISPATCH_BARRED),
                        Windows.open("OBJECT_DISPATCH"))
                .cancels("OBJECT_DISPATCH", "RECEIPT")
                .starts("RULE_DISPATCH")
                .shows(field("reasonCode", FieldType.CODE))
                .stages("reason")
                .source("XF 23"),
        row("B12")
                .from(DISPATCH_OBJECTED)
                .action("ruleDispatch")
                .where(says("variant", "UPHELD", "REJECTED"))
                .to(DISPATCHED)
                .by(Role.SUPERVISOR)
                .hand(Duty.OBJECT_OR_RULE_DISPATCH)
                .separate(Separation.S3)
                .when(Guards.isDepartment("department"))
                .meets("RULE_DISPATCH")
                .starts("RECEIPT")
                .shows(field("department", FieldType.NAME))
                .stages("memo")
                .does(GrievanceGuards::dispatch)
                .does(Effects.sets("objectionBarred", true))
                .source("XF 23, 24; WF"),
        row("B13")
                .from(DISPATCHED)
                .action("accept")
                .to(ACCEPTED)
                .by(Role.CASE_OFFICER)
                .hand(Duty.HANDLE)
                .separate(Separation.S3)
                .noConflict()
                .cancels("OBJECT_DISPATCH")
                .cancelsIf(GrievanceGuards.nobodyCanBeTold(), "RECEIPT")
                .startsIf(is(Category.CLAIM), clock("HANDLE").by("handle_claim"))
                .startsIf(is(Category.SUGGESTION), clock("HANDLE").by("handle_suggestion"))
                .startsIf(is(Category.DISPUTE), clock("HANDLE").by("handle_dispute"))
                .startsIf(
                        is(Category.CLAIM, Category.SUGGESTION, Category.DISPUTE),
                        clock("INTERIM").shareOf("HANDLE"))
                .notes(field("addressUnclear", FieldType.FLAG).optional())
                .stages("receiptNotice")
                .source("XF 23, 34"),
        row("B14")
                .from(DISPATCHED, ACCEPTED, IN_HANDLING)
                .action("divert")
                .to(DIVERTED)
                .by(Role.CASE_OFFICER_LEAD)
                .meets("HANDLE")
                .shows(
                        oneOf(
                                "routeCode",
                                "LITIGATION",
                                "PROSECUTION",
                                "POLICE",
                                "ARBITRATION",
                                "PARTY_APPEAL",
                                "RECONSIDERATION",
                                "ADMIN_PROCEDURE"),
                        field("remedyId", FieldType.NAME))
                .stages("letter")
                .source("XF 31(1)–(4)"),
    };

    private static final RowBuilder[] HANDLING = {
        row("B15")
                .from(ACCEPTED)
                .action("investigate")
                .to(IN_HANDLING)
                .by(Role.CASE_OFFICER)
                .hand(Duty.INVESTIGATE)
                .separate(Separation.S2)
                .noConflict()
                .stages("plan")
                .source("XF 31(6)"),
        row("B16")
                .from(IN_HANDLING)
                .action("addFinding")
                .stays()
                .by(Role.CASE_OFFICER)
                .hand(Duty.INVESTIGATE)
                .separate(Separation.S2)
                .notes(oneOf("evidenceCode", EvidenceCode.class))
                .stages("finding")
                .source("XF 31(6)"),
        row("B17")
                .from(IN_HANDLING)
                .action("interimReply")
                .stays()
                .by(Role.CASE_OFFICER)
                .meets("INTERIM")
                .stages("reply")
                .source("JN 24(2)"),
        row("B18")
                .from(IN_HANDLING)
                .action("recordCallback")
                .stays()
                .by(Role.PETITION_REGISTRAR, Role.CASE_OFFICER)
                .when(Guard.that(Windows.live("CALLBACK"), RefusalCode.NOT_REOPENED))
                .meets("CALLBACK")
                .stages("note")
                .source("[HCP]"),
        row("B19")
                .from(IN_HANDLING)
                .action("offerMediation")
                .stays()
                .by(Role.CASE_OFFICER)
                .by(Role.MEDIATOR)
                .opens(Kind.MEDIATION, GrievanceGuards::mediation)
                .notes(field("committee", FieldType.NAME))
                .stages("offer")
                .does(Effects.links("mediation", Kind.MEDIATION, "mediationId"))
                .source("XF 33"),
        row("B20")
                .from(IN_HANDLING)
                .action("pauseForMediation")
                .to(IN_MEDIATION)
                .by(Role.CASE_OFFICER)
                .when(GrievanceGuards.everyPartyAgreedToThePause())
                .pauses("MEDIATION", "HANDLE", "INTERIM")
                .starts("MEDIATION_PAUSE")
                .shows(field("mediationId", FieldType.NAME))
                .does(Effects.linksNamed("mediation", Kind.MEDIATION, "mediationId"))
                .source("XF 33"),
        row("B21")
                .from(IN_MEDIATION)
                .action("resume")
                .to(IN_HANDLING)
                .by(Role.CASE_OFFICER)
                .byTimer()
                .when(GrievanceGuards.mediationFailedOrTookTooLong())
                .notBefore(Trigger.linkedIn("mediation", GrievanceGuards.ENDED_WITHOUT)
                        .or(Trigger.elapsed("MEDIATION_PAUSE")))
                .resumes("HANDLE", "INTERIM")
                .cancels("MEDIATION_PAUSE"),
        row("B22")
                .from(IN_HANDLING, IN_MEDIATION)
                .action("settleByMediation")
                .to(RESOLVED)
                .by(Role.CASE_OFFICER)
                .when(GrievanceGuards.mediationSettledAll())
                .resumes("HANDLE", "INTERIM")
                .meets("HANDLE", "INTERIM")
                .cancels("MEDIATION_PAUSE")
                .awaits(window("CONFIRM"))
                .stages("reply")
                .source("XF 33"),
        row("B23")
                .from(IN_HANDLING)
                .action("extend")
                .stays()
                .by(Role.CASE_OFFICER_LEAD)
                .when(Counts.once("extensions"))
                .prolongsIf(isHotline().not(), "HANDLE", "handle.extension")
                .prolongsIf(isHotline(), "HANDLE", "hotline.extension")
                .notes(
                        field("reasonCode", FieldType.CODE),
                        field("until", FieldType.DATE).optional())
                .stages("letter")
                .does(Counts.up("extensions"))
                .source("XF 34; JN 24(3)"),
        row("B24")
                .from(IN_HANDLING)
                .action("issueOpinion")
                .to(OPINION_ISSUED)
                .by(Role.CASE_OFFICER_LEAD)
                .hand(Duty.SIGN_OPINION)
                .separate(Separation.S2)
                .noConflict()
                .when(GrievanceGuards.onlyFor(is(Category.CLAIM, Category.DISPUTE)))
                .meets("HANDLE", "INTERIM")
                .startsIf(says("result", "SUPPORT", "PARTIAL"), clock("EXECUTE"))
                .awaits(window("REVIEW_WINDOW"))
                .shows(
                        oneOf("result", "SUPPORT", "PARTIAL", "EXPLAIN", "NOT_SUPPORT"),
                        field("remedyId", FieldType.NAME))
                .stages("opinion")
                .source("XF 32, 34"),
        row("B25")
                .from(OPINION_ISSUED)
                .action("execute")
                .to(RESOLVED)
                .by(Role.CASE_OFFICER)
                .hand(Duty.HANDLE)
                .separate(Separation.S3)
                .when(GrievanceGuards.resultIs("SUPPORT", "PARTIAL"))
                .meets("EXECUTE")
                .awaits(window("CONFIRM"))
                .stages("proof")
                .source("XF 32(2)"),
        row("B26")
                .from(OPINION_ISSUED)
                .action("conclude")
                .to(RESOLVED)
                .by(Role.CASE_OFFICER)
                .hand(Duty.HANDLE)
                .separate(Separation.S3)
                .when(GrievanceGuards.resultIs("EXPLAIN", "NOT_SUPPORT"), Windows.isDelivered("opinion"))
                .starts(window("CONFIRM")),
        row("B27")
                .from(ACCEPTED, IN_HANDLING)
                .action("reply")
                .to(RESOLVED)
                .by(Role.CASE_OFFICER)
                .hand(Duty.HANDLE)
                .separate(Separation.S3)
                .when(
                        GrievanceGuards.onlyFor(situation -> isHotline().holds(situation)
                                || is(Category.SUGGESTION).holds(situation)),
                        Guards.given("adopted").onlyIf(is(Category.SUGGESTION)))
                .meets("HANDLE", "RECTIFY", "INTERIM")
                .awaits(window("CONFIRM"))
                .shows(field("result", FieldType.CODE))
                .notes(field("adopted", FieldType.FLAG).optional())
                .stages("reply")
                .source("XF 29; JN 24"),
    };

    private static final RowBuilder[] CLOSING = {
        row("B28")
                .from(RESOLVED, CLOSED_UNCONFIRMED)
                .action("confirm")
                .to(CLOSED)
                .byKey(KeyRole.HOLDER)
                .witnessed()
                .meets("CONFIRM")
                .starts(window("REOPEN"))
                .shows(field("rating", new FieldType.Whole(3, 5)))
                .mayStage("remark")
                .source("JN 27; [HCP]"),
        row("B29")
                .from(RESOLVED, CLOSED_UNCONFIRMED)
                .action("rateBad")
                .to(IN_HANDLING)
                .byKey(KeyRole.HOLDER)
                .witnessed()
                .when(Counts.fewerThan("reopens", "grievance", "reopen.count"))
                .meets("CONFIRM")
                .starts("CALLBACK")
                .starts("RECTIFY")
                .shows(field("rating", new FieldType.Whole(1, 2)))
                .mayStage("remark")
                .does(Counts.up("reopens"))
                .source("[HCP]"),
        row("B30")
                .from(RESOLVED, CLOSED_UNCONFIRMED)
                .action("rateBadFinal")
                .to(CLOSED)
                .byKey(KeyRole.HOLDER)
                .witnessed()
                .when(Guard.that(Counts.usedUp("reopens", "grievance", "reopen.count"), RefusalCode.ILLEGAL_TRANSITION))
                .meets("CONFIRM")
                .opens(Kind.AUDIT_FINDING, GrievanceGuards::findingOfRepeatedBadReview)
                .shows(field("rating", new FieldType.Whole(1, 2)))
                .mayStage("remark"),
        row("B31")
                .from(CLOSED)
                .action("reopen")
                .to(IN_HANDLING)
                .byKey(KeyRole.HOLDER)
                .when(Windows.open("REOPEN"), Counts.fewerThan("reopens", "grievance", "reopen.count"))
                .cancels("REOPEN")
                .starts("CALLBACK")
                .starts("RECTIFY")
                .stages("reason")
                .does(Counts.up("reopens"))
                .does(Effects.flags(situation -> Counts.of(situation, "reopens") > 0, "SUPERVISED")),
        row("B32")
                .from(IN_HANDLING)
                .action("rectified")
                .to(RESOLVED)
                .by(Role.CASE_OFFICER)
                .hand(Duty.HANDLE)
                .separate(Separation.S3)
                .when(GrievanceGuards.isReopened(), GrievanceGuards.callbackMade())
                .meets("RECTIFY")
                .awaits(window("CONFIRM"))
                .stages("proof")
                .source("[HCP]"),
        row("B33")
                .from(RESOLVED)
                .action("timeoutClose")
                .to(CLOSED_UNCONFIRMED)
                .byTimer()
                .notBefore(Trigger.elapsed("CONFIRM")),
    };

    private static final RowBuilder[] REVIEW = {
        row("B34")
                .from(OPINION_ISSUED, RESOLVED, CLOSED, CLOSED_UNCONFIRMED)
                .action("requestReview")
                .to(UNDER_REVIEW)
                .byKey(KeyRole.HOLDER)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .when(GrievanceGuards.opinionExists(), Windows.open("REVIEW_WINDOW"))
                .cancels("REVIEW_WINDOW")
                .starts("REVIEW")
                .stages("request")
                .does(Effects.sets("level", 1L))
                .source("XF 35"),
        row("B35")
                .from(UNDER_REVIEW)
                .action("recordReview")
                .where(says("variant", "UPHELD", "CHANGED"))
                .to(REVIEW_DECIDED)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .meets("REVIEW")
                .startsIf(says("variant", "CHANGED"), clock("EXECUTE"))
                .awaits(window("REREVIEW_WINDOW"))
                .shows(oneOf("reviewResult", "UPHELD", "CHANGED"))
                .stages("superiorDoc")
                .when(GrievanceGuards.resultIsTheVariant())
                .source("XF 35"),
        row("B36")
                .from(UNDER_REVIEW)
                .action("recordReview:REMANDED")
                .to(IN_HANDLING)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .when(Counts.once("remands"))
                .meets("REVIEW")
                .starts(clock("HANDLE").by("handle_claim"))
                .shows(oneOf("reviewResult", "REMANDED"))
                .stages("superiorDoc")
                .does(Counts.up("remands")),
        row("B37")
                .from(REVIEW_DECIDED)
                .action("requestReReview")
                .to(UNDER_REREVIEW)
                .byKey(KeyRole.HOLDER)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .when(Windows.open("REREVIEW_WINDOW"))
                .cancels("REREVIEW_WINDOW")
                .starts("REREVIEW")
                .stages("request")
                .does(Effects.sets("level", 2L))
                .source("XF 36"),
        row("B38")
                .from(UNDER_REREVIEW)
                .action("openHearing")
                .to(REREVIEW_HEARING)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .pauses("HEARING", "REREVIEW")
                .stages("superiorDoc")
                .source("XF 36(2)"),
        row("B39")
                .from(REREVIEW_HEARING)
                .action("closeHearing")
                .to(UNDER_REREVIEW)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .resumes("REREVIEW")
                .stages("hearing")
                .source("XF 36(2)"),
        row("B40")
                .from(UNDER_REREVIEW)
                .action("recordReReview")
                .to(REREVIEW_DECIDED)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .meets("REREVIEW")
                .startsIf(says("reviewResult", "CHANGED"), clock("EXECUTE"))
                .shows(oneOf("reviewResult", "UPHELD", "CHANGED"))
                .stages("superiorDoc")
                .source("XF 36"),
        row("B41")
                .from(REVIEW_DECIDED, REREVIEW_DECIDED)
                .action("executeReview")
                .stays()
                .by(Role.CASE_OFFICER)
                .when(
                        GrievanceGuards.somethingWasToBeExecuted(),
                        Guard.that(Windows.live("EXECUTE"), RefusalCode.ALREADY_DONE))
                .meets("EXECUTE")
                .stages("proof"),
        row("B42")
                .from(REREVIEW_DECIDED)
                .action("finish")
                .to(FINAL)
                .byTimer()
                .when(Guard.that(Windows.live("EXECUTE").not(), RefusalCode.CLOCK_NOT_ELAPSED))
                .notBefore(GrievanceGuards::nothingIsExecuted)
                .source("XF 36(3)"),
        row("B43")
                .from(CLOSED, CLOSED_UNCONFIRMED, REVIEW_DECIDED)
                .action("archive")
                .to(ARCHIVED)
                .byTimer()
                .when(GrievanceGuards.nothingIsOpen())
                .notBefore(GrievanceGuards::lastWindowIsOver),
        row("B44")
                .from(
                        REGISTERED,
                        GRID_HANDLING,
                        DISPATCHED,
                        DISPATCH_OBJECTED,
                        ACCEPTED,
                        IN_HANDLING,
                        IN_MEDIATION,
                        OPINION_ISSUED,
                        RESOLVED)
                .action("withdraw")
                .to(WITHDRAWN)
                .byKey(KeyRole.HOLDER)
                .witnessed()
                .cancelsAll(),
        row("B45")
                .fromAny()
                .action("addMaterial")
                .stays()
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .stages("material")
                .source("XF 19"),
        row("B46")
                .fromAny()
                .action("supervise")
                .stays()
                .by(Role.SUPERVISOR)
                .stages("instruction")
                .does(Effects.flag("SUPERVISED"))
                .source("XF 38"),
    };

    public static final Lifecycle TABLE =
            lifecycle(Kind.GRIEVANCE, GrievanceState.class, "R10", REGISTER, DISPATCH, HANDLING, CLOSING, REVIEW);

    private GrievanceTable() {}
}
