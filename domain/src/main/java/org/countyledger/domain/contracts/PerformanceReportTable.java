package org.countyledger.domain.contracts;

import static org.countyledger.domain.contracts.PerformanceReportState.ACCEPTED;
import static org.countyledger.domain.contracts.PerformanceReportState.DISPUTED;
import static org.countyledger.domain.contracts.PerformanceReportState.MISSING;
import static org.countyledger.domain.contracts.PerformanceReportState.ONCE_RECOMPUTED;
import static org.countyledger.domain.contracts.PerformanceReportState.RECOMPUTED;
import static org.countyledger.domain.contracts.PerformanceReportState.SETTLED;
import static org.countyledger.domain.contracts.PerformanceReportState.SUBMITTED;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Kind;

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
                            .notYet()
                            .source("seed"),
                    row("F22")
                            .creates()
                            .action("openMissing")
                            .to(MISSING)
                            .byTimer()
                            .notYet(),
                    row("F23")
                            .from(SUBMITTED, MISSING)
                            .action("recompute")
                            .to(ONCE_RECOMPUTED)
                            .by(new Who.AnyOfficer())
                            .byTimer()
                            .notYet(),
                    row("F24")
                            .from(ONCE_RECOMPUTED)
                            .action("recompute:EQUAL")
                            .to(RECOMPUTED)
                            .by(new Who.AnyOfficer())
                            .byTimer()
                            .notYet(),
                    row("F25")
                            .from(ONCE_RECOMPUTED)
                            .action("recompute:DIFFERENT")
                            .to(SUBMITTED)
                            .by(new Who.AnyOfficer())
                            .byTimer()
                            .notYet(),
                    row("F26")
                            .from(RECOMPUTED)
                            .action("accept")
                            .to(ACCEPTED)
                            .by(Role.CONTRACT_MANAGER)
                            .byTimer()
                            .notYet(),
                    row("F27")
                            .from(RECOMPUTED)
                            .action("dispute")
                            .to(DISPUTED)
                            .by(Role.PROVIDER, Role.CONTRACT_MANAGER)
                            .notYet(),
                    row("F28")
                            .from(DISPUTED)
                            .action("resolve")
                            .to(ACCEPTED)
                            .by(Role.COUNTY_DECIDER)
                            .notYet(),
                    row("F29")
                            .from(ACCEPTED)
                            .action("settle")
                            .to(SETTLED)
                            .by(Role.FINANCE_OFFICER)
                            .notYet()));

    private PerformanceReportTable() {}
}
