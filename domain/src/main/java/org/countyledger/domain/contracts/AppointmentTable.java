package org.countyledger.domain.contracts;

import static org.countyledger.domain.contracts.AppointmentState.BOOKED;
import static org.countyledger.domain.contracts.AppointmentState.CANCELLED_BY_PROVIDER;
import static org.countyledger.domain.contracts.AppointmentState.CANCELLED_BY_RESIDENT;
import static org.countyledger.domain.contracts.AppointmentState.CHECKED_IN;
import static org.countyledger.domain.contracts.AppointmentState.COMPLETED;
import static org.countyledger.domain.contracts.AppointmentState.COMPLETED_UNRATED;
import static org.countyledger.domain.contracts.AppointmentState.CONFIRMED;
import static org.countyledger.domain.contracts.AppointmentState.IN_CONSULT;
import static org.countyledger.domain.contracts.AppointmentState.NO_SHOW_CLAIMED;
import static org.countyledger.domain.contracts.AppointmentState.NO_SHOW_DISPUTED;
import static org.countyledger.domain.contracts.AppointmentState.NO_SHOW_PROVIDER;
import static org.countyledger.domain.contracts.AppointmentState.NO_SHOW_RESIDENT;
import static org.countyledger.domain.contracts.AppointmentState.RATED;
import static org.countyledger.domain.contracts.AppointmentState.UNSERVED;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Appointment 预约 with a provider under contract. What it is about never leaves the provider's own systems. */
public final class AppointmentTable {
    private static final RowBuilder[] VISIT = {
        row("F41")
                .creates()
                .action("book")
                .to(BOOKED)
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .notYet()
                .source("seed"),
        row("F42")
                .from(BOOKED)
                .action("confirm")
                .to(CONFIRMED)
                .by(Role.PROVIDER)
                .notYet(),
        row("F43").from(BOOKED).action("lapse").to(UNSERVED).byTimer().notYet(),
        row("F44")
                .from(CONFIRMED)
                .action("checkIn")
                .to(CHECKED_IN)
                .byKey(KeyRole.HOLDER)
                .by(Role.PROVIDER)
                .notYet(),
        row("F45")
                .from(CHECKED_IN)
                .action("begin")
                .to(IN_CONSULT)
                .by(Role.PROVIDER)
                .notYet(),
        row("F46")
                .from(IN_CONSULT)
                .action("complete")
                .to(COMPLETED)
                .by(Role.PROVIDER)
                .notYet(),
        row("F56")
                .from(COMPLETED)
                .action("rate")
                .to(RATED)
                .byKey(KeyRole.HOLDER)
                .notYet()
                .source("seed"),
        row("F57")
                .from(COMPLETED)
                .action("closeUnrated")
                .to(COMPLETED_UNRATED)
                .byTimer()
                .notYet(),
    };

    private static final RowBuilder[] ABSENCE = {
        row("F47")
                .from(CONFIRMED)
                .action("noShowResident")
                .to(NO_SHOW_CLAIMED)
                .by(Role.PROVIDER)
                .notYet(),
        row("F48")
                .from(NO_SHOW_CLAIMED)
                .action("contest")
                .to(NO_SHOW_DISPUTED)
                .byKey(KeyRole.HOLDER)
                .notYet(),
        row("F49")
                .from(NO_SHOW_CLAIMED)
                .action("closeNoShow")
                .to(NO_SHOW_RESIDENT)
                .byTimer()
                .notYet(),
        row("F50")
                .from(NO_SHOW_DISPUTED)
                .action("rule:RESIDENT")
                .to(NO_SHOW_RESIDENT)
                .by(Role.CONTRACT_MANAGER)
                .notYet(),
        row("F51")
                .from(NO_SHOW_DISPUTED)
                .action("rule:PROVIDER")
                .to(NO_SHOW_PROVIDER)
                .by(Role.CONTRACT_MANAGER)
                .notYet(),
        row("F52")
                .from(CONFIRMED, CHECKED_IN)
                .action("noShowProvider")
                .to(NO_SHOW_PROVIDER)
                .byKey(KeyRole.HOLDER)
                .byTimer()
                .notYet(),
        row("F53")
                .from(BOOKED, CONFIRMED)
                .action("cancel:RESIDENT")
                .to(CANCELLED_BY_RESIDENT)
                .byKey(KeyRole.HOLDER)
                .notYet(),
        row("F54")
                .from(BOOKED, CONFIRMED, CHECKED_IN)
                .action("cancel:PROVIDER")
                .to(CANCELLED_BY_PROVIDER)
                .by(Role.PROVIDER)
                .notYet(),
        row("F55")
                .from(IN_CONSULT)
                .action("breakOff")
                .to(CANCELLED_BY_PROVIDER)
                .by(Role.PROVIDER)
                .byTimer()
                .notYet(),
    };

    public static final Lifecycle TABLE = lifecycle(Kind.APPOINTMENT, AppointmentState.class, "R5", VISIT, ABSENCE);

    private AppointmentTable() {}
}
