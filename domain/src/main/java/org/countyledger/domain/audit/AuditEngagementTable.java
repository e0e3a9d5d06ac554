package org.countyledger.domain.audit;

import static org.countyledger.domain.audit.AuditEngagementState.CANCELLED;
import static org.countyledger.domain.audit.AuditEngagementState.CLOSED;
import static org.countyledger.domain.audit.AuditEngagementState.FIELDWORK;
import static org.countyledger.domain.audit.AuditEngagementState.NOTIFIED;
import static org.countyledger.domain.audit.AuditEngagementState.OPINION_ASKED;
import static org.countyledger.domain.audit.AuditEngagementState.PLANNED;
import static org.countyledger.domain.audit.AuditEngagementState.REPORTED;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Kind;

/** Audit engagement 审计项目: notice, fieldwork, the unit's opinion, report, and the end when every finding is settled. */
public final class AuditEngagementTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.AUDIT_ENGAGEMENT,
            AuditEngagementState.class,
            "R10",
            rows(
                    row("H01")
                            .creates()
                            .action("plan")
                            .to(PLANNED)
                            .by(Role.AUDIT_LEAD)
                            .notYet()
                            .source("AUD 42"),
                    row("H02")
                            .from(PLANNED)
                            .action("notify")
                            .to(NOTIFIED)
                            .by(Role.AUDIT_LEAD)
                            .notYet()
                            .source("AUD 42"),
                    row("H03")
                            .from(NOTIFIED)
                            .action("start")
                            .to(FIELDWORK)
                            .by(Role.AUDIT_LEAD)
                            .notYet()
                            .source("AUD 42"),
                    row("H04")
                            .from(FIELDWORK)
                            .action("draftReport")
                            .to(OPINION_ASKED)
                            .by(Role.AUDIT_LEAD)
                            .notYet()
                            .source("AUD 43, 44"),
                    row("H05")
                            .from(OPINION_ASKED)
                            .action("unitOpinion")
                            .stays()
                            .by(Role.CASE_OFFICER_LEAD)
                            .notYet()
                            .source("AUD 44"),
                    row("H06")
                            .from(OPINION_ASKED)
                            .action("report")
                            .to(REPORTED)
                            .by(Role.AUDIT_LEAD)
                            .notYet()
                            .source("AUD 45"),
                    row("H07")
                            .from(REPORTED)
                            .action("close")
                            .to(CLOSED)
                            .by(Role.AUDIT_LEAD)
                            .notYet()
                            .source("AUD 52"),
                    row("H08")
                            .from(PLANNED, NOTIFIED, FIELDWORK, OPINION_ASKED)
                            .action("cancel")
                            .to(CANCELLED)
                            .by(Role.AUDIT_LEAD)
                            .notYet()));

    private AuditEngagementTable() {}
}
