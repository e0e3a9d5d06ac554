package org.countyledger.domain.audit;

import static org.countyledger.domain.audit.AuditFindingState.CLOSED;
import static org.countyledger.domain.audit.AuditFindingState.DISMISSED;
import static org.countyledger.domain.audit.AuditFindingState.DISPUTED;
import static org.countyledger.domain.audit.AuditFindingState.NOTIFIED;
import static org.countyledger.domain.audit.AuditFindingState.OPEN;
import static org.countyledger.domain.audit.AuditFindingState.RECTIFIED;
import static org.countyledger.domain.audit.AuditFindingState.RECTIFYING;
import static org.countyledger.domain.lifecycle.ClockStep.Start.clock;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;

/** Audit finding 审计发现; docs/policy/AuditFinding.md has the same rules. The unit concerned can never close one. */
public final class AuditFindingTable {
    private static final FieldType EVIDENCE = new FieldType.ListOf(
            new FieldType.Composite(List.of(
                    field("key", FieldType.PUBLIC_NAME),
                    field("seq", FieldType.COUNT),
                    field("txId", FieldType.DIGEST),
                    field("digest", FieldType.DIGEST))),
            0,
            100);

    public static final Lifecycle TABLE = lifecycle(
            Kind.AUDIT_FINDING,
            AuditFindingState.class,
            "R10",
            rows(
                    row("H21")
                            .creates()
                            .action("open")
                            .to(OPEN)
                            .by(Role.AUDITOR)
                            .openedBy("Z04", "K33", "A59", "B30", "F25", "G08", "K34", "K53", "K84")
                            .starts("NOTIFY")
                            .shows(
                                    field("brokenRule", FieldType.CODE),
                                    oneOf("severity", "LOW", "MEDIUM", "HIGH"),
                                    field("unit", FieldType.NAME),
                                    field("evidenceKeys", EVIDENCE))
                            .mayStage("text")
                            .when(Guards.isDepartment("unit"))
                            .does(AuditFindingTable::assign)
                            .does(AuditFindingTable::markRecord)
                            .source("SAL 70, AUD"),
                    row("H22")
                            .from(OPEN)
                            .action("notify")
                            .to(NOTIFIED)
                            .by(Role.AUDITOR)
                            .meets("NOTIFY")
                            .awaits(clock("RESPOND"))
                            .stages("letter")
                            .source("AUD 44"),
                    row("H23")
                            .from(OPEN)
                            .action("dismiss")
                            .to(DISMISSED)
                            .by(Role.AUDIT_LEAD)
                            .when(notTheOpener())
                            .meets("NOTIFY")
                            .shows(field("reasonCode", FieldType.CODE))
                            .stages("memo"),
                    row("H24")
                            .from(NOTIFIED)
                            .action("respond:AGREE")
                            .to(RECTIFYING)
                            .by(Role.CASE_OFFICER_LEAD)
                            .meets("RESPOND")
                            .starts("RECTIFY")
                            .shows(field("planDate", FieldType.DATE))
                            .stages("reply")
                            .source("AUD 44, 52"),
                    row("H25")
                            .from(NOTIFIED)
                            .action("respond:DISPUTE")
                            .to(DISPUTED)
                            .by(Role.CASE_OFFICER_LEAD)
                            .meets("RESPOND")
                            .starts("VERIFY")
                            .stages("reply")
                            .source("AUD 44"),
                    row("H26")
                            .from(NOTIFIED)
                            .action("noResponse")
                            .to(RECTIFYING)
                            .byTimer()
                            .notBefore(Trigger.elapsed("RESPOND"))
                            .starts("RECTIFY")
                            .source("AUD 44"),
                    row("H27")
                            .from(DISPUTED)
                            .action("uphold")
                            .to(RECTIFYING)
                            .by(Role.AUDIT_LEAD)
                            .meets("VERIFY")
                            .starts("RECTIFY")
                            .shows(field("reasonCode", FieldType.CODE))
                            .stages("memo")
                            .source("AUD 45"),
                    row("H28")
                            .from(DISPUTED)
                            .action("withdraw")
                            .to(DISMISSED)
                            .by(Role.AUDIT_LEAD)
                            .meets("VERIFY")
                            .shows(field("reasonCode", FieldType.CODE))
                            .stages("memo")
                            .source("AUD 45"),
                    row("H29")
                            .from(RECTIFYING)
                            .action("rectified")
                            .to(RECTIFIED)
                            .by(Role.CASE_OFFICER_LEAD)
                            .meets("RECTIFY")
                            .starts("VERIFY")
                            .stages("proof")
                            .source("AUD 52"),
                    row("H30")
                            .from(RECTIFIED)
                            .action("verify")
                            .to(CLOSED)
                            .by(Role.AUDITOR)
                            .meets("VERIFY")
                            .stages("memo")
                            .source("AUD 52"),
                    row("H31")
                            .from(RECTIFIED)
                            .action("sendBack")
                            .to(RECTIFYING)
                            .by(Role.AUDITOR)
                            .meets("VERIFY")
                            .starts("RECTIFY")
                            .notes(field("reasonCode", FieldType.CODE))
                            .stages("memo")
                            .does(Counts.up("sentBack"))
                            .source("AUD 52")));

    private AuditFindingTable() {}

    /** One that an auditor opens is the unit's to answer; of those that a row opens, the record's department. */
    private static void assign(Situation situation, Draft draft) {
        if (draft.parentLink().isEmpty()) {
            String unit = situation.text("unit");
            draft.handledBy(Guards.organizationOf(situation, unit), unit);
            draft.show("openedBy", situation.actor().staff().orElse(""));
        }
    }

    private static Guard notTheOpener() {
        return Guard.that(
                situation -> situation
                        .field("openedBy")
                        .map(opener -> !situation.actor().staff().equals(Optional.of(opener)))
                        .orElse(true),
                RefusalCode.SEPARATION_OF_DUTY);
    }

    /** Leaves a mark on the record that the finding is about, which a purge reads. */
    private static void markRecord(Situation situation, Draft draft) {
        draft.parentLink()
                .ifPresent(link -> draft.entry(
                        new OverlayKey(
                                link.kind(),
                                link.id(),
                                "finding~" + draft.founding().id()),
                        Clear.of("brokenRule", situation.text("brokenRule"))));
    }
}
