package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.ClockStep.Start.clock;
import static org.countyledger.domain.lifecycle.ClockStep.Start.window;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.support.DisbursementState.ABORTED;
import static org.countyledger.domain.support.DisbursementState.CANCELLED;
import static org.countyledger.domain.support.DisbursementState.COMMITTED;
import static org.countyledger.domain.support.DisbursementState.INSTRUCTED;
import static org.countyledger.domain.support.DisbursementState.ISSUE_OPEN;
import static org.countyledger.domain.support.DisbursementState.RECEIVED;
import static org.countyledger.domain.support.DisbursementState.RESERVED;
import static org.countyledger.domain.support.DisbursementState.SETTLED;
import static org.countyledger.domain.support.DisbursementState.SETTLED_UNCONFIRMED;

import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Disbursement 发放: money is instructed by one officer, released by another, and confirmed by the resident's key. */
public final class DisbursementTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.DISBURSEMENT,
            DisbursementState.class,
            "R10",
            rows(
                    row("K61")
                            .creates()
                            .action("instruct")
                            .to(INSTRUCTED)
                            .openedBy("A03", "A34", "A36", "A50", "F29")
                            .startsIf(isEmergency().not(), clock("RELEASE"))
                            .startsIf(
                                    isEmergency(),
                                    clock("RELEASE").by("pay_emergency").of("welfare"))
                            .shows(
                                    field("month", FieldType.MONTH),
                                    field("programme", FieldType.CODE),
                                    field("emergency", FieldType.FLAG).optional())
                            .stages("amount")
                            .source("SAL 18"),
                    row("K62")
                            .from(INSTRUCTED, ABORTED)
                            .action("release")
                            .to(RECEIVED)
                            .by(Role.FINANCE_CHECKER)
                            .hand(Duty.RELEASE)
                            .separate(Separation.S1)
                            .meets("RELEASE", "ISSUE")
                            .starts("BANK")
                            .stages("bankFile")
                            .does((situation, draft) -> draft.show(
                                    "attempt", draft.fields().integer("attempt").orElse(0L) + 1)),
                    row("K63")
                            .from(RECEIVED)
                            .action("reserve")
                            .to(RESERVED)
                            .by(Role.FINANCE_OFFICER)
                            .hand(Duty.PAY)
                            .separate(Separation.S1)
                            .stages("bankReturn"),
                    row("K64")
                            .from(RESERVED)
                            .action("commit")
                            .to(COMMITTED)
                            .by(Role.FINANCE_OFFICER)
                            .hand(Duty.PAY)
                            .separate(Separation.S1)
                            .meets("BANK")
                            .awaits(window("ASK"))
                            .stages("bankReturn")
                            .does((situation, draft) ->
                                    draft.show("committedAt", situation.at().toString())),
                    row("K65")
                            .from(RECEIVED, RESERVED)
                            .action("abort")
                            .to(ABORTED)
                            .by(Role.FINANCE_OFFICER)
                            .byTimer()
                            .when(
                                    Guards.given("code").onlyIf(Guards.byTimer().not()),
                                    Guards.staged("bankReturn")
                                            .onlyIf(Guards.byTimer().not()),
                                    Overdues.declared("BANK", 2).onlyIf(Guards.byTimer()))
                            .timerNotBefore(Overdues.due("BANK"))
                            .cancels("BANK")
                            .starts("ISSUE")
                            .shows(field("code", FieldType.CODE).optional())
                            .mayStage("bankReturn"),
                    row("K66")
                            .from(COMMITTED)
                            .action("confirmReceived")
                            .to(SETTLED)
                            .byKey(KeyRole.HOLDER)
                            .witnessed()
                            .meets("ASK")
                            .source("HOPE"),
                    row("K67")
                            .from(COMMITTED)
                            .action("reportProblem")
                            .to(ISSUE_OPEN)
                            .byKey(KeyRole.HOLDER)
                            .by(Role.TOWN_CLERK)
                            .meets("ASK")
                            .starts("ISSUE")
                            .shows(oneOf("code", "NOT_RECEIVED", "WITH_ISSUES"))
                            .stages("detail")
                            .source("HOPE"),
                    row("K68")
                            .from(COMMITTED)
                            .action("timeoutSettle")
                            .to(SETTLED_UNCONFIRMED)
                            .byTimer()
                            .notBefore(Trigger.elapsed("ASK")),
                    row("K69")
                            .from(ISSUE_OPEN)
                            .action("resolve:PAID")
                            .to(COMMITTED)
                            .by(Role.FINANCE_OFFICER)
                            .hand(Duty.PAY)
                            .separate(Separation.S1)
                            .when(Counts.fewerThan("paidAgain", 2))
                            .meets("ISSUE")
                            .awaits(window("ASK"))
                            .stages("proof")
                            .does(Counts.up("paidAgain")),
                    row("K70")
                            .from(ISSUE_OPEN)
                            .action("resolve:REISSUE")
                            .to(INSTRUCTED)
                            .by(Role.FINANCE_CHECKER)
                            .hand(Duty.RELEASE)
                            .separate(Separation.S1)
                            .meets("ISSUE")
                            .starts("RELEASE")
                            .stages("proof"),
                    row("K71")
                            .from(INSTRUCTED, ABORTED)
                            .action("cancel")
                            .to(CANCELLED)
                            .by(Role.FINANCE_CHECKER)
                            .hand(Duty.RELEASE)
                            .separate(Separation.S1)
                            .cancelsAll()
                            .shows(oneOf("reasonCode", "DECISION_CHANGED", "DEATH"))
                            .stages("memo")));

    private DisbursementTable() {}

    private static Condition isEmergency() {
        return situation -> situation.clear().isTrue("emergency");
    }
}
