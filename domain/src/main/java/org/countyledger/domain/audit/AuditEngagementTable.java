package org.countyledger.domain.audit;

import static org.countyledger.domain.audit.AuditEngagementState.CANCELLED;
import static org.countyledger.domain.audit.AuditEngagementState.CLOSED;
import static org.countyledger.domain.audit.AuditEngagementState.FIELDWORK;
import static org.countyledger.domain.audit.AuditEngagementState.NOTIFIED;
import static org.countyledger.domain.audit.AuditEngagementState.OPINION_ASKED;
import static org.countyledger.domain.audit.AuditEngagementState.PLANNED;
import static org.countyledger.domain.audit.AuditEngagementState.REPORTED;
import static org.countyledger.domain.lifecycle.ClockStep.Start.clock;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Windows;
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
                            .when(Guards.isDepartment("unit"))
                            .shows(
                                    field("unit", FieldType.NAME),
                                    field("scopeKinds", new FieldType.ListOf(FieldType.KIND, 1, 32)),
                                    field("fromBlock", FieldType.COUNT),
                                    field("toBlock", FieldType.COUNT))
                            .stages("plan")
                            .does(Engagements::found)
                            .source("AUD 42"),
                    row("H02")
                            .from(PLANNED)
                            .action("notify")
                            .to(NOTIFIED)
                            .by(Role.AUDIT_LEAD)
                            .awaits(clock("LEAD_TIME"))
                            .stages("letter")
                            .source("AUD 42"),
                    row("H03")
                            .from(NOTIFIED)
                            .action("start")
                            .to(FIELDWORK)
                            .by(Role.AUDIT_LEAD)
                            .when(Engagements.leadTimeIsOverOrOrdered())
                            .shows(field("specialOrder", FieldType.FLAG))
                            .mayStage("order")
                            .source("AUD 42"),
                    row("H04")
                            .from(FIELDWORK)
                            .action("draftReport")
                            .to(OPINION_ASKED)
                            .by(Role.AUDIT_LEAD)
                            .when(Engagements.twoAuditors(), Engagements.findingsExist())
                            .awaits(clock("RESPOND"))
                            .shows(
                                    field("findings", new FieldType.ListOf(FieldType.NAME, 0, 200)),
                                    field("auditors", new FieldType.ListOf(FieldType.STAFF, 2, 30)))
                            .stages("draft")
                            .does(Engagements::linkFindings)
                            .source("AUD 43, 44"),
                    row("H05")
                            .from(OPINION_ASKED)
                            .action("unitOpinion")
                            .stays()
                            .by(Role.CASE_OFFICER_LEAD)
                            .meets("RESPOND")
                            .stages("opinion")
                            .does(Effects.sets("opinionGiven", true))
                            .source("AUD 44"),
                    row("H06")
                            .from(OPINION_ASKED)
                            .action("report")
                            .to(REPORTED)
                            .by(Role.AUDIT_LEAD)
                            .when(Guard.that(
                                    situation -> Guards.isTrue("opinionGiven").holds(situation)
                                            || Windows.elapsed("RESPOND").holds(situation),
                                    RefusalCode.NOT_HEARD))
                            .starts("RECTIFY")
                            .shows(field("reportDigest", FieldType.DIGEST))
                            .stages("report")
                            .source("AUD 45"),
                    row("H07")
                            .from(REPORTED)
                            .action("close")
                            .to(CLOSED)
                            .by(Role.AUDIT_LEAD)
                            .when(Engagements.everyFindingIsSettled())
                            .meets("RECTIFY")
                            .source("AUD 52"),
                    row("H08")
                            .from(PLANNED, NOTIFIED, FIELDWORK, OPINION_ASKED)
                            .action("cancel")
                            .to(CANCELLED)
                            .by(Role.AUDIT_LEAD)
                            .cancelsAll()
                            .shows(field("reasonCode", FieldType.CODE))));

    private AuditEngagementTable() {}
}
