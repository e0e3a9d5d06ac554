package org.countyledger.domain.sharing;

import static org.countyledger.domain.lifecycle.ClockStep.Start.window;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.sharing.CorrectionRequestState.CORRECTED;
import static org.countyledger.domain.sharing.CorrectionRequestState.FILED;
import static org.countyledger.domain.sharing.CorrectionRequestState.KEPT;
import static org.countyledger.domain.sharing.CorrectionRequestState.KEPT_FINAL;
import static org.countyledger.domain.sharing.CorrectionRequestState.REVIEW;
import static org.countyledger.domain.sharing.CorrectionRequestState.WITHDRAWN;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Request to correct data 校核申请 at the department that the data came from. */
public final class CorrectionRequestTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.CORRECTION_REQUEST,
            CorrectionRequestState.class,
            "R3",
            rows(
                    row("J41")
                            .creates()
                            .action("file")
                            .to(FILED)
                            .byKey(KeyRole.HOLDER)
                            .by(Role.DATA_STEWARD)
                            .openedBy("A16")
                            .when(
                                    Guards.isDepartment("source"),
                                    Guards.given("key")
                                            .onlyIf(situation ->
                                                    situation.actor().isConduit()),
                                    Corrections.saysWhoFiles())
                            .starts("CORRECT")
                            .shows(
                                    field("source", FieldType.NAME),
                                    field("fieldGroup", FieldType.CODE),
                                    oneOf("filedBy", "KEY", "STEWARD"),
                                    oneOf("custody", Custody.class).optional())
                            .notes(field("key", FieldType.BASE64).optional())
                            .stages("claim")
                            .does(Corrections::found)
                            .source("GDS 26; PIPL 46"),
                    row("J42")
                            .from(FILED)
                            .action("correct")
                            .to(CORRECTED)
                            .by(Role.DATA_STEWARD)
                            .when(Corrections.bySource())
                            .meets("CORRECT")
                            .stages("answer")
                            .source("GDS 26"),
                    row("J43")
                            .from(FILED)
                            .action("keep")
                            .to(KEPT)
                            .by(Role.DATA_STEWARD)
                            .when(Corrections.bySource())
                            .meets("CORRECT")
                            .awaits(window("TALKS"))
                            .shows(field("reasonCode", FieldType.CODE), field("remedyId", FieldType.NAME))
                            .stages("answer")
                            .source("GDS 26"),
                    row("J44")
                            .from(KEPT)
                            .action("object")
                            .to(REVIEW)
                            .byKey(KeyRole.HOLDER)
                            .by(Role.DATA_STEWARD)
                            .when(Corrections.byWhoFiled(), Windows.open("TALKS"))
                            .cancels("TALKS")
                            .starts("COORDINATE")
                            .stages("objection")
                            .source("GDS 28"),
                    row("J45")
                            .from(REVIEW)
                            .action("ruleCorrection:CORRECT")
                            .to(CORRECTED)
                            .by(Role.DATA_AUTHORITY)
                            .meets("COORDINATE")
                            .stages("memo")
                            .source("GDS 28"),
                    row("J46")
                            .from(REVIEW)
                            .action("ruleCorrection:KEEP")
                            .to(KEPT_FINAL)
                            .by(Role.DATA_AUTHORITY)
                            .meets("COORDINATE")
                            .shows(field("reasonCode", FieldType.CODE), field("remedyId", FieldType.NAME))
                            .stages("memo")
                            .source("GDS 28"),
                    row("J47")
                            .from(KEPT)
                            .action("closeKept")
                            .to(KEPT_FINAL)
                            .byTimer()
                            .notBefore(Trigger.elapsed("TALKS")),
                    row("J48")
                            .from(FILED)
                            .action("withdraw")
                            .to(WITHDRAWN)
                            .byKey(KeyRole.HOLDER)
                            .by(Role.DATA_STEWARD)
                            .when(Corrections.byWhoFiled())
                            .cancelsAll()));

    private CorrectionRequestTable() {}
}
