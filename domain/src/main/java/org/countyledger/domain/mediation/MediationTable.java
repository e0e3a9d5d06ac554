package org.countyledger.domain.mediation;

import static org.countyledger.domain.lifecycle.ClockStep.Start.window;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Guards.says;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.mediation.MediationState.AGREED;
import static org.countyledger.domain.mediation.MediationState.BREACHED;
import static org.countyledger.domain.mediation.MediationState.BREACHED_FINAL;
import static org.countyledger.domain.mediation.MediationState.CONSENTED;
import static org.countyledger.domain.mediation.MediationState.COURT_REQUESTED;
import static org.countyledger.domain.mediation.MediationState.DECLINED;
import static org.countyledger.domain.mediation.MediationState.EFFECTIVE;
import static org.countyledger.domain.mediation.MediationState.FAILED;
import static org.countyledger.domain.mediation.MediationState.FULFILLED;
import static org.countyledger.domain.mediation.MediationState.MEDIATING;
import static org.countyledger.domain.mediation.MediationState.MEDIATOR_SET;
import static org.countyledger.domain.mediation.MediationState.PROPOSED;
import static org.countyledger.domain.mediation.MediationState.REJECTED;
import static org.countyledger.domain.mediation.MediationState.TRANSFERRED;

import java.util.EnumSet;
import java.util.List;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.ClockStep.Named.Move;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.Overdues;

/** Mediation 调解 of two to five parties, each with its own key; free of charge, by consent, never barring a suit. */
public final class MediationTable {
    private static final Who PARTY = new Who.Key(EnumSet.range(KeyRole.PARTY_1, KeyRole.PARTY_5));

    private static final Field[] OPENING = {
        field("committee", FieldType.NAME),
        field("partyCount", new FieldType.Whole(2, 5)),
        field("town", FieldType.TOWN).optional(),
    };
    private static final Field[] CHOICES = {
        field("pauseConsent", FieldType.FLAG), oneOf("sessionsAre", "OPEN", "CLOSED")
    };
    private static final Field NUMBER = field("i", new FieldType.Whole(1, Obligations.MOST));

    private static final RowBuilder[] CONSENT = {
        row("C01")
                .creates()
                .action("apply")
                .to(PROPOSED)
                .by(PARTY)
                .starts("INTAKE")
                .shows(OPENING)
                .shows(oneOf("custody", Custody.class))
                .notes(field("key", FieldType.BASE64))
                .stages("topic")
                .does(Parties::open)
                .source("MED 17; SZ 46"),
        row("C02")
                .creates()
                .action("propose")
                .to(PROPOSED)
                .by(Role.MEDIATION_CLERK, Role.MEDIATOR, Role.GRID_WORKER)
                .byOfficerOf(MediationGuards::departmentOfGrievance, Role.CASE_OFFICER)
                .openedBy("B19")
                .when(MediationGuards.grievanceIsInHandling())
                .starts("INTAKE")
                .shows(OPENING)
                .shows(field("grievance", FieldType.NAME).optional())
                .stages("topic")
                .does(Parties::open)
                .does(Effects.linksNamed("grievance", Kind.GRIEVANCE, "grievance"))
                .source("MED 17, 18; XF 33"),
        row("C03")
                .from(PROPOSED)
                .action("invite")
                .stays()
                .by(Role.MEDIATION_CLERK)
                .when(Parties.eachNewPartySigns())
                .meets("INTAKE")
                .awaits(window("CONSENT"))
                .takes(field("partyKeys", Parties.KEYS))
                .stages("invitation")
                .does(Parties::join)
                .source("MED 17"),
        row("C04")
                .from(PROPOSED)
                .action("consent")
                .where(says("variant", "LAST").not())
                .stays()
                .by(PARTY)
                .witnessed()
                .when(Parties.hasNotYet(Parties.CONSENTED), Parties.othersAreMissing(Parties.CONSENTED))
                .notes(CHOICES)
                .stages("choice")
                .does(MediationGuards::consent)
                .source("MED 17, 23"),
        row("C05")
                .from(PROPOSED)
                .action("consent:LAST")
                .to(CONSENTED)
                .by(PARTY)
                .witnessed()
                .when(Parties.hasNotYet(Parties.CONSENTED), Parties.isLast(Parties.CONSENTED))
                .meets("CONSENT")
                .starts("SET_MEDIATOR")
                .notes(CHOICES)
                .stages("choice")
                .does(MediationGuards::consent)
                .source("MED 17, 23"),
        row("C06")
                .from(PROPOSED)
                .action("decline")
                .to(DECLINED)
                .by(PARTY)
                .by(Role.MEDIATION_CLERK)
                .when(MediationGuards.officerStages("routes"), MediationGuards.officerStages("refusal"))
                .cancelsAll()
                .mayStage("routes", "refusal")
                .source("MED 17"),
        row("C07").from(PROPOSED).action("lapse").to(DECLINED).byTimer().notBefore(Trigger.elapsed("CONSENT")),
        row("C08")
                .from(PROPOSED)
                .action("transfer")
                .to(TRANSFERRED)
                .by(Role.MEDIATION_CLERK)
                .when(MediationGuards.isEarlyEnoughToTransfer())
                .meets("INTAKE")
                .shows(field("target", FieldType.CODE))
                .stages("letter")
                .source("SZ 45"),
        row("C09")
                .from(PROPOSED)
                .action("reject")
                .to(REJECTED)
                .by(Role.MEDIATION_CLERK)
                .meets("INTAKE")
                .shows(field("reasonCode", FieldType.CODE), field("remedyId", FieldType.NAME))
                .stages("letter")
                .source("SZ 46"),
    };

    private static final RowBuilder[] TALKS = {
        row("C10")
                .from(CONSENTED)
                .action("setMediator")
                .to(MEDIATOR_SET)
                .by(Role.MEDIATION_CLERK)
                .when(MediationGuards.mediatorsHaveNoConflictOrEveryPartyAgrees())
                .meets("SET_MEDIATOR")
                .shows(
                        field("mediators", new FieldType.ListOf(FieldType.STAFF, 1, 3)),
                        oneOf("basis", "ASSIGNED", "CHOSEN"))
                .mayStage("disclosure")
                .source("MED 19; SZ"),
        row("C11")
                .from(MEDIATOR_SET)
                .action("refuseMediator")
                .to(CONSENTED)
                .by(PARTY)
                .when(MediationGuards.mayRefuseAgain())
                .starts("SET_MEDIATOR")
                .does(MediationGuards::countRefusal)
                .source("MED 23(1)"),
        row("C12")
                .from(MEDIATOR_SET)
                .action("start")
                .to(MEDIATING)
                .by(Role.MEDIATOR)
                .when(MediationGuards.isNamedMediator())
                .starts("MEDIATE")
                .source("SZ 25"),
        row("C13")
                .from(MEDIATING)
                .action("recordSession")
                .stays()
                .by(Role.MEDIATOR)
                .when(MediationGuards.isNamedMediator())
                .stages("record")
                .does(Counts.up("sessions"))
                .source("MED 27"),
        row("C14")
                .from(MEDIATING)
                .action("inviteHelper")
                .stays()
                .by(Role.MEDIATOR)
                .when(MediationGuards.isNamedMediator(), Parties.everyPartySigned())
                .notes(oneOf("helperClass", "RELATIVE", "NEIGHBOUR", "EXPERT", "SOCIAL_ORG"))
                .stages("helper")
                .source("MED 20"),
        row("C15")
                .from(MEDIATING)
                .action("extend")
                .stays()
                .by(Role.MEDIATOR)
                .when(
                        MediationGuards.isNamedMediator(),
                        Parties.everyPartySigned(),
                        Counts.fewerThan("extensions", "mediation", "extension.count"))
                .prolongs("MEDIATE", "extension")
                .does(Counts.up("extensions"))
                .source("SZ 25(2)"),
        row("C16")
                .from(MEDIATING)
                .action("reportRisk")
                .stays()
                .by(Role.MEDIATOR)
                .when(MediationGuards.isNamedMediator())
                .stages("report")
                .does(Effects.flag("RISK_REPORTED"))
                .source("MED 25"),
        row("C29")
                .from(CONSENTED, MEDIATOR_SET, MEDIATING, AGREED)
                .action("stop")
                .to(FAILED)
                .by(PARTY)
                .cancelsAll()
                .mayStage("routes")
                .source("MED 23(2), 26"),
        row("C30")
                .from(MEDIATING, CONSENTED)
                .action("fail")
                .to(FAILED)
                .by(Role.MEDIATOR, Role.MEDIATION_CLERK)
                .byTimer()
                .when(
                        MediationGuards.officerStages("routes"),
                        Guards.given("reasonCode").onlyIf(Guards.byTimer().not()),
                        MediationGuards.noTimeIsLeft().onlyIf(Guards.byTimer()))
                .timerNotBefore(Trigger.elapsed("MEDIATE").or(Overdues.due("SET_MEDIATOR")))
                .cancelsAll()
                .shows(field("reasonCode", FieldType.CODE).optional())
                .mayStage("routes")
                .source("MED 26; SZ 25"),
    };

    private static final RowBuilder[] AGREEMENT = {
        row("C17")
                .from(MEDIATING)
                .action("agree")
                .to(AGREED)
                .by(Role.MEDIATOR)
                .when(MediationGuards.isNamedMediator(), Obligations.areOwedToParties())
                .starts("SIGN")
                .shows(
                        oneOf("form", "WRITTEN", "ORAL"),
                        field("partial", FieldType.FLAG),
                        field("obligations", Obligations.TYPE))
                .stages("agreement")
                .does(Effects.sets(Parties.SIGNED, List.of()))
                .source("MED 28–30; SZ 26"),
        row("C18")
                .from(AGREED)
                .action("sign")
                .where(says("variant", "LAST").not())
                .stays()
                .by(PARTY)
                .by(Role.MEDIATOR, Role.MEDIATION_CLERK)
                .when(
                        MediationGuards.signsTheAgreement(),
                        Parties.hasNotYet(Parties.SIGNED),
                        Parties.othersAreMissing(Parties.SIGNED))
                .notes(field("agreement", FieldType.DIGEST))
                .does(Parties.adds(Parties.SIGNED))
                .source("MED 29"),
        row("C19")
                .from(AGREED)
                .action("sign:LAST")
                .to(EFFECTIVE)
                .by(PARTY)
                .by(Role.MEDIATOR, Role.MEDIATION_CLERK)
                .when(
                        MediationGuards.signsTheAgreement(),
                        Parties.hasNotYet(Parties.SIGNED),
                        Parties.isLast(Parties.SIGNED))
                .meets("SIGN", "MEDIATE")
                .starts(window("COURT_WINDOW"))
                .startsDated("OBLIGATION_i", Obligations::ends)
                .notes(field("agreement", FieldType.DIGEST))
                .does(Parties.adds(Parties.SIGNED))
                .does((situation, draft) ->
                        draft.show("effectiveAt", situation.at().toString()))
                .source("MED 29–31"),
        row("C20")
                .from(AGREED)
                .action("backToTalks")
                .to(MEDIATING)
                .by(Role.MEDIATOR)
                .byTimer()
                .when(
                        MediationGuards.isNamedMediator()
                                .onlyIf(Guards.byTimer().not()),
                        Overdues.declared("SIGN", 1).onlyIf(Guards.byTimer()))
                .timerNotBefore(Overdues.due("SIGN"))
                .cancels("SIGN"),
        row("C21")
                .from(EFFECTIVE)
                .action("requestCourt")
                .to(COURT_REQUESTED)
                .by(PARTY)
                .when(Windows.open("COURT_WINDOW"), Parties.everyPartySigned())
                .cancels("COURT_WINDOW")
                .source("MED 33"),
        row("C22")
                .from(COURT_REQUESTED)
                .action("recordCourt")
                .where(says("variant", "CONFIRMED", "REJECTED", "WITHDRAWN"))
                .to(EFFECTIVE)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .stages("courtDoc")
                .does(MediationGuards::showCourtStatus)
                .source("MED 33; 民诉法 206"),
        row("C23")
                .from(COURT_REQUESTED)
                .action("recordCourt:INVALID")
                .to(CONSENTED)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .hand(Duty.RECORD_SUPERIOR)
                .separate(Separation.S9)
                .moves(Move.CANCEL, "OBLIGATION_1…n", Obligations::all)
                .starts("SET_MEDIATOR")
                .stages("courtDoc")
                .does(MediationGuards::showCourtStatus)
                .source("MED 33(3)"),
        row("C24")
                .from(EFFECTIVE)
                .action("recordPerformance")
                .where(says("variant", "LAST").not())
                .stays()
                .by(PARTY)
                .by(Role.GRID_WORKER)
                .when(Obligations.isSaidByBeneficiary(), Obligations.isOpen(), Obligations.othersAreOpen())
                .moves(Move.MEET, "OBLIGATION_i", Obligations::named)
                .notes(NUMBER)
                .stages("performance")
                .does(Obligations::visited)
                .source("MED 31(2)"),
        row("C25")
                .from(EFFECTIVE)
                .action("recordPerformance:LAST")
                .to(FULFILLED)
                .by(PARTY)
                .byTimer()
                .when(Obligations.lastIsPerformed())
                .timerNotBefore(Obligations::quietSince)
                .moves(Move.MEET, "OBLIGATION_i", Obligations::named)
                .cancels("COURT_WINDOW")
                .notes(NUMBER.optional())
                .mayStage("performance")
                .source("MED 31(2)"),
        row("C26")
                .from(EFFECTIVE)
                .action("reportBreach")
                .to(BREACHED)
                .by(PARTY)
                .by(Role.GRID_WORKER)
                .when(Obligations.isSaidByBeneficiary(), Obligations.isPastDue())
                .starts("REMIND")
                .shows(NUMBER)
                .stages("report")
                .source("MED 31(2)"),
        row("C27")
                .from(BREACHED)
                .action("cure")
                .to(EFFECTIVE)
                .by(PARTY)
                .by(Role.GRID_WORKER)
                .when(Obligations.isSaidByBeneficiary(), Obligations.isOpenOrObjectedTo())
                .meets("REMIND")
                .moves(Move.MEET, "OBLIGATION_i", Obligations::named)
                .shows(NUMBER)
                .stages("performance")
                .source("MED 31(2)"),
        row("C28")
                .from(BREACHED)
                .action("closeBreached")
                .to(BREACHED_FINAL)
                .by(Role.MEDIATION_CLERK)
                .byTimer()
                .when(MediationGuards.officerStages("routes"))
                .notBefore(Trigger.elapsed("REMIND"))
                .cancelsAll()
                .mayStage("routes")
                .source("MED 32, 33"),
    };

    public static final Lifecycle TABLE =
            lifecycle(Kind.MEDIATION, MediationState.class, "R5", CONSENT, TALKS, AGREEMENT);

    private MediationTable() {}
}
