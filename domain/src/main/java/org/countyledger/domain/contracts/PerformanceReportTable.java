package org.countyledger.domain.contracts;

import static org.countyledger.domain.contracts.PerformanceReportState.ACCEPTED;
import static org.countyledger.domain.contracts.PerformanceReportState.DISPUTED;
import static org.countyledger.domain.contracts.PerformanceReportState.MISSING;
import static org.countyledger.domain.contracts.PerformanceReportState.ONCE_RECOMPUTED;
import static org.countyledger.domain.contracts.PerformanceReportState.RECOMPUTED;
import static org.countyledger.domain.contracts.PerformanceReportState.SETTLED;
import static org.countyledger.domain.contracts.PerformanceReportState.SUBMITTED;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.Providers;

/** Performance report 绩效报告 of one contract and month; two organisations recompute its figures before money is due. */
public final class PerformanceReportTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.PERFORMANCE_REPORT,
            PerformanceReportState.class,
            "R10",
            rows(
                    row("F21")
                            .creates()
                            .action("submit")
                            .to(SUBMITTED)
                            .by(Role.PROVIDER)
                            .when(
                                    Reports.isOfContractAndMonth(),
                                    Reports.monthIsOver(),
                                    Providers.isOf(Reports::provider))
                            .starts("RECOMPUTE")
                            .shows(
                                    field("contract", FieldType.NAME),
                                    field("month", FieldType.MONTH),
                                    field("figures", Reports.FIGURES))
                            .stages("attachment")
                            .does(Reports::found)
                            .source("seed"),
                    row("F22")
                            .creates()
                            .action("openMissing")
                            .to(MISSING)
                            .byTimer()
                            .when(Reports.isOfContractAndMonth(), Reports.isLongOver())
                            .starts("RECOMPUTE")
                            .shows(field("contract", FieldType.NAME), field("month", FieldType.MONTH))
                            .does(Reports::found)
                            .does(Effects.sets("missing", true)),
                    row("F23")
                            .from(SUBMITTED, MISSING)
                            .action("recompute")
                            .to(ONCE_RECOMPUTED)
                            .by(new Who.AnyOfficer())
                            .byTimer()
                            .shows(Reports.RECOMPUTED)
                            .does((situation, draft) ->
                                    draft.show("recomputedBy", situation.actor().mspId())),
                    row("F24")
                            .from(ONCE_RECOMPUTED)
                            .action("recompute:EQUAL")
                            .to(RECOMPUTED)
                            .by(new Who.AnyOfficer())
                            .byTimer()
                            .when(
                                    Reports.byAnotherOrganisation(),
                                    Guard.that(Reports.isEqual(), RefusalCode.FIGURES_DIFFER))
                            .meets("RECOMPUTE")
                            .starts("DISPUTE")
                            .notes(Reports.RECOMPUTED),
                    row("F25")
                            .from(ONCE_RECOMPUTED)
                            .action("recompute:DIFFERENT")
                            .to(SUBMITTED)
                            .by(new Who.AnyOfficer())
                            .byTimer()
                            .when(
                                    Reports.byAnotherOrganisation(),
                                    Guard.that(Reports.isEqual().not(), RefusalCode.FIGURES_EQUAL))
                            .opens(Kind.AUDIT_FINDING, Reports::finding)
                            .notes(Reports.RECOMPUTED),
                    row("F26")
                            .from(RECOMPUTED)
                            .action("accept")
                            .to(ACCEPTED)
                            .by(Role.CONTRACT_MANAGER)
                            .byTimer()
                            .timerNotBefore(Trigger.elapsed("DISPUTE"))
                            .meets("DISPUTE")
                            .starts("SETTLE"),
                    row("F27")
                            .from(RECOMPUTED)
                            .action("dispute")
                            .to(DISPUTED)
                            .by(Role.PROVIDER, Role.CONTRACT_MANAGER)
                            .when(Providers.isOwn(), Windows.open("DISPUTE"))
                            .meets("DISPUTE")
                            .starts("RESOLVE")
                            .shows(field("eventIds", new FieldType.ListOf(FieldType.NAME, 1, 100)))
                            .stages("reason"),
                    row("F28")
                            .from(DISPUTED)
                            .action("resolve")
                            .to(ACCEPTED)
                            .by(Role.COUNTY_DECIDER)
                            .when(Reports.changesOnlyByExcludingNamedEvents())
                            .meets("RESOLVE")
                            .starts("SETTLE")
                            .shows(
                                    field("excluded", new FieldType.ListOf(FieldType.NAME, 0, 100)),
                                    field("recomputed", Reports.FIGURES).optional())
                            .stages("memo"),
                    row("F29")
                            .from(ACCEPTED)
                            .action("settle")
                            .to(SETTLED)
                            .by(Role.FINANCE_OFFICER)
                            .hand(Duty.PAY)
                            .when(Reports.payableIsRecomputed())
                            .meets("SETTLE")
                            .opens(Kind.DISBURSEMENT, Reports::disbursement)
                            .shows(
                                    field("payableFen", FieldType.COUNT),
                                    field("deductionPermille", new FieldType.Whole(0, 1000)))
                            .does(Effects.links("disbursement", Kind.DISBURSEMENT, "disbursementId"))));

    private PerformanceReportTable() {}
}
