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
import static org.countyledger.domain.lifecycle.ClockStep.Start.window;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import java.util.Optional;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.grievance.BadReviews;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.Providers;

/** Appointment 预约 with a provider under contract. What it is about never leaves the provider's own systems. */
public final class AppointmentTable {
    private static final RowBuilder[] VISIT = {
        row("F41")
                .creates()
                .action("book")
                .to(BOOKED)
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .when(Slots.contractIsActive(), Slots.slotIsAhead())
                .starts("CONFIRM")
                .shows(
                        field("contract", FieldType.NAME),
                        field("serviceGroup", FieldType.CODE),
                        field("slotHour", FieldType.INSTANT),
                        field("town", FieldType.TOWN).optional(),
                        oneOf("custody", Custody.class))
                .notes(
                        field("key", FieldType.BASE64),
                        oneOf("keyRole", "HOLDER", "PROXY").optional())
                .stages("detail")
                .does(Slots::book)
                .source("seed"),
        row("F42")
                .from(BOOKED)
                .action("confirm")
                .to(CONFIRMED)
                .by(Role.PROVIDER)
                .when(Providers.isOwn())
                .meets("CONFIRM")
                .stages("place"),
        row("F43")
                .from(BOOKED)
                .action("lapse")
                .to(UNSERVED)
                .byTimer()
                .notBefore(Trigger.atField("lapsesAt"))
                .cancels("CONFIRM"),
        row("F44")
                .from(CONFIRMED)
                .action("checkIn")
                .to(CHECKED_IN)
                .byKey(KeyRole.HOLDER)
                .by(Role.PROVIDER)
                .when(Providers.isOwn(), Slots.aroundTheSlot())
                .does(Slots.remembers("checkedInAt")),
        row("F45")
                .from(CHECKED_IN)
                .action("begin")
                .to(IN_CONSULT)
                .by(Role.PROVIDER)
                .when(Providers.isOwn())
                .does(Slots.remembers("begunAt")),
        row("F46")
                .from(IN_CONSULT)
                .action("complete")
                .to(COMPLETED)
                .by(Role.PROVIDER)
                .when(Providers.isOwn())
                .starts(window("RATE"))
                .stages("visit"),
        row("F56")
                .from(COMPLETED)
                .action("rate")
                .to(RATED)
                .byKey(KeyRole.HOLDER)
                .witnessed()
                .meets("RATE")
                .opens(Kind.GRIEVANCE, BadReviews::ofRating)
                .shows(field("rating", new FieldType.Whole(1, 5)))
                .mayStage("remark")
                .source("seed"),
        row("F57")
                .from(COMPLETED)
                .action("closeUnrated")
                .to(COMPLETED_UNRATED)
                .byTimer()
                .notBefore(Trigger.elapsed("RATE")),
    };

    private static final RowBuilder[] ABSENCE = {
        row("F47")
                .from(CONFIRMED)
                .action("noShowResident")
                .to(NO_SHOW_CLAIMED)
                .by(Role.PROVIDER)
                .when(Providers.isOwn(), Slots.graceIsOver())
                .starts(window("CONTEST")),
        row("F48")
                .from(NO_SHOW_CLAIMED)
                .action("contest")
                .to(NO_SHOW_DISPUTED)
                .byKey(KeyRole.HOLDER)
                .when(Windows.open("CONTEST"))
                .meets("CONTEST")
                .starts("RESOLVE")
                .stages("reason"),
        row("F49")
                .from(NO_SHOW_CLAIMED)
                .action("closeNoShow")
                .to(NO_SHOW_RESIDENT)
                .byTimer()
                .notBefore(Trigger.elapsed("CONTEST")),
        row("F50")
                .from(NO_SHOW_DISPUTED)
                .action("rule:RESIDENT")
                .to(NO_SHOW_RESIDENT)
                .by(Role.CONTRACT_MANAGER)
                .meets("RESOLVE")
                .shows(field("reasonCode", FieldType.CODE))
                .stages("memo"),
        row("F51")
                .from(NO_SHOW_DISPUTED)
                .action("rule:PROVIDER")
                .to(NO_SHOW_PROVIDER)
                .by(Role.CONTRACT_MANAGER)
                .meets("RESOLVE")
                .shows(field("reasonCode", FieldType.CODE))
                .stages("memo"),
        row("F52")
                .from(CONFIRMED, CHECKED_IN)
                .action("noShowProvider")
                .to(NO_SHOW_PROVIDER)
                .byKey(KeyRole.HOLDER)
                .byTimer()
                .when(
                        Slots.graceIsOver(),
                        Guard.that(
                                        situation -> situation.header().state().equals(CHECKED_IN.name()),
                                        RefusalCode.ROLE_NOT_ALLOWED)
                                .onlyIf(Guards.byTimer()))
                .timerNotBefore((header, records) ->
                        header.state().equals(CHECKED_IN.name()) ? Slots.graceEnd(header) : Optional.empty()),
        row("F53")
                .from(BOOKED, CONFIRMED)
                .action("cancel:RESIDENT")
                .to(CANCELLED_BY_RESIDENT)
                .byKey(KeyRole.HOLDER)
                .cancelsAll(),
        row("F54")
                .from(BOOKED, CONFIRMED, CHECKED_IN)
                .action("cancel:PROVIDER")
                .to(CANCELLED_BY_PROVIDER)
                .by(Role.PROVIDER)
                .when(Providers.isOwn())
                .cancelsAll()
                .shows(field("reasonCode", FieldType.CODE)),
        row("F55")
                .from(IN_CONSULT)
                .action("breakOff")
                .to(CANCELLED_BY_PROVIDER)
                .by(Role.PROVIDER)
                .byTimer()
                .when(
                        Providers.isOwn(),
                        Guards.given("reasonCode").onlyIf(Guards.byTimer().not()))
                .timerNotBefore((header, records) -> Slots.dayAfter(header))
                .shows(field("reasonCode", FieldType.CODE).optional()),
    };

    public static final Lifecycle TABLE = lifecycle(Kind.APPOINTMENT, AppointmentState.class, "R5", VISIT, ABSENCE);

    private AppointmentTable() {}
}
