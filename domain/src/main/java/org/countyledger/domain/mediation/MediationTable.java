package org.countyledger.domain.mediation;

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
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Mediation 调解 of two to five parties, each with its own key; free of charge, by consent, never barring a suit. */
public final class MediationTable {
    private static final Who PARTY = new Who.Key(EnumSet.range(KeyRole.PARTY_1, KeyRole.PARTY_5));

    private static final RowBuilder[] CONSENT = {
        row("C01").creates().action("apply").to(PROPOSED).by(PARTY).notYet().source("MED 17; SZ 46"),
        row("C02")
                .creates()
                .action("propose")
                .to(PROPOSED)
                .by(Role.MEDIATION_CLERK, Role.MEDIATOR, Role.CASE_OFFICER, Role.GRID_WORKER)
                .openedBy("B19")
                .notYet()
                .source("MED 17, 18; XF 33"),
        row("C03")
                .from(PROPOSED)
                .action("invite")
                .stays()
                .by(Role.MEDIATION_CLERK)
                .notYet()
                .source("MED 17"),
        row("C04")
                .from(PROPOSED)
                .action("consent")
                .where(says("variant", "LAST").not())
                .stays()
                .by(PARTY)
                .notYet()
                .source("MED 17, 23"),
        row("C05")
                .from(PROPOSED)
                .action("consent:LAST")
                .to(CONSENTED)
                .by(PARTY)
                .notYet()
                .source("MED 17, 23"),
        row("C06")
                .from(PROPOSED)
                .action("decline")
                .to(DECLINED)
                .by(PARTY)
                .by(Role.MEDIATION_CLERK)
                .notYet()
                .source("MED 17"),
        row("C07").from(PROPOSED).action("lapse").to(DECLINED).byTimer().notYet(),
        row("C08")
                .from(PROPOSED)
                .action("transfer")
                .to(TRANSFERRED)
                .by(Role.MEDIATION_CLERK)
                .notYet()
                .source("SZ 45"),
        row("C09")
                .from(PROPOSED)
                .action("reject")
                .to(REJECTED)
                .by(Role.MEDIATION_CLERK)
                .notYet()
                .source("SZ 46"),
    };

    private static final RowBuilder[] TALKS = {
        row("C10")
                .from(CONSENTED)
                .action("setMediator")
                .to(MEDIATOR_SET)
                .by(Role.MEDIATION_CLERK)
                .notYet()
                .source("MED 19; SZ"),
        row("C11")
                .from(MEDIATOR_SET)
                .action("refuseMediator")
                .to(CONSENTED)
                .by(PARTY)
                .notYet()
                .source("MED 23(1)"),
        row("C12")
                .from(MEDIATOR_SET)
                .action("start")
                .to(MEDIATING)
                .by(Role.MEDIATOR)
                .notYet()
                .source("SZ 25"),
        row("C13")
                .from(MEDIATING)
                .action("recordSession")
                .stays()
                .by(Role.MEDIATOR)
                .notYet()
                .source("MED 27"),
        row("C14")
                .from(MEDIATING)
                .action("inviteHelper")
                .stays()
                .by(Role.MEDIATOR)
                .notYet()
                .source("MED 20"),
        row("C15")
                .from(MEDIATING)
                .action("extend")
                .stays()
                .by(Role.MEDIATOR)
                .notYet()
                .source("SZ 25(2)"),
        row("C16")
                .from(MEDIATING)
                .action("reportRisk")
                .stays()
                .by(Role.MEDIATOR)
                .notYet()
                .source("MED 25"),
        row("C29")
                .from(CONSENTED, MEDIATOR_SET, MEDIATING, AGREED)
                .action("stop")
                .to(FAILED)
                .by(PARTY)
                .notYet()
                .source("MED 23(2), 26"),
        row("C30")
                .from(MEDIATING, CONSENTED)
                .action("fail")
                .to(FAILED)
                .by(Role.MEDIATOR, Role.MEDIATION_CLERK)
                .byTimer()
                .notYet()
                .source("MED 26; SZ 25"),
    };

    private static final RowBuilder[] AGREEMENT = {
        row("C17")
                .from(MEDIATING)
                .action("agree")
                .to(AGREED)
                .by(Role.MEDIATOR)
                .notYet()
                .source("MED 28–30; SZ 26"),
        row("C18")
                .from(AGREED)
                .action("sign")
                .where(says("variant", "LAST").not())
                .stays()
                .by(PARTY)
                .by(Role.MEDIATOR, Role.MEDIATION_CLERK)
                .notYet()
                .source("MED 29"),
        row("C19")
                .from(AGREED)
                .action("sign:LAST")
                .to(EFFECTIVE)
                .by(PARTY)
                .by(Role.MEDIATOR, Role.MEDIATION_CLERK)
                .notYet()
                .source("MED 29–31"),
        row("C20")
                .from(AGREED)
                .action("backToTalks")
                .to(MEDIATING)
                .by(Role.MEDIATOR)
                .byTimer()
                .notYet(),
        row("C21")
                .from(EFFECTIVE)
                .action("requestCourt")
                .to(COURT_REQUESTED)
                .by(PARTY)
                .notYet()
                .source("MED 33"),
        row("C22")
                .from(COURT_REQUESTED)
                .action("recordCourt")
                .where(says("variant", "CONFIRMED", "REJECTED", "WITHDRAWN"))
                .to(EFFECTIVE)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("MED 33; 民诉法 206"),
        row("C23")
                .from(COURT_REQUESTED)
                .action("recordCourt:INVALID")
                .to(CONSENTED)
                .by(Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("MED 33(3)"),
        row("C24")
                .from(EFFECTIVE)
                .action("recordPerformance")
                .where(says("variant", "LAST").not())
                .stays()
                .by(PARTY)
                .by(Role.GRID_WORKER)
                .notYet()
                .source("MED 31(2)"),
        row("C25")
                .from(EFFECTIVE)
                .action("recordPerformance:LAST")
                .to(FULFILLED)
                .by(PARTY)
                .by(Role.GRID_WORKER)
                .byTimer()
                .notYet()
                .source("MED 31(2)"),
        row("C26")
                .from(EFFECTIVE)
                .action("reportBreach")
                .to(BREACHED)
                .by(PARTY)
                .by(Role.GRID_WORKER)
                .notYet()
                .source("MED 31(2)"),
        row("C27")
                .from(BREACHED)
                .action("cure")
                .to(EFFECTIVE)
                .by(PARTY)
                .by(Role.GRID_WORKER)
                .notYet()
                .source("MED 31(2)"),
        row("C28")
                .from(BREACHED)
                .action("closeBreached")
                .to(BREACHED_FINAL)
                .by(Role.MEDIATION_CLERK)
                .byTimer()
                .notYet()
                .source("MED 32, 33"),
    };

    public static final Lifecycle TABLE =
            lifecycle(Kind.MEDIATION, MediationState.class, "R5", CONSENT, TALKS, AGREEMENT);

    private MediationTable() {}
}
