package org.countyledger.domain.sensing;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.sensing.ExceedanceState.ACKED;
import static org.countyledger.domain.sensing.ExceedanceState.CAUSE_RECORDED;
import static org.countyledger.domain.sensing.ExceedanceState.CLOSED;
import static org.countyledger.domain.sensing.ExceedanceState.CLOSED_UNVISITED;
import static org.countyledger.domain.sensing.ExceedanceState.FALSE_ALARM;
import static org.countyledger.domain.sensing.ExceedanceState.HANDLED;
import static org.countyledger.domain.sensing.ExceedanceState.NEW;
import static org.countyledger.domain.sensing.ExceedanceState.NO_SOURCE;
import static org.countyledger.domain.sensing.ExceedanceState.ON_SITE;
import static org.countyledger.domain.sensing.ExceedanceState.RECORDED_ONLY;
import static org.countyledger.domain.sensing.ExceedanceState.VERIFIED;

import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.record.Kind;

/**
 * Exceedance and its handling 监测超标处置. The condition (raised until the overlay of D33 is there) and the handling (the
 * state) are two facts; either may end first. D33 is written by the batch that clears it.
 */
public final class ExceedanceTable {
    private static final Field[] RAISE = {
        field("datastream", FieldType.NAME),
        oneOf("ingest", Ingest.class),
        field("ruleVersion", FieldType.NAME),
        field("qualifyingWindows", new FieldType.ListOf(FieldType.COUNT, 1, 100)),
        field("raisedAt", FieldType.INSTANT),
        field("peakMilli", FieldType.COUNT),
        field("grid", FieldType.NAME),
    };

    private static final RowBuilder[] CONDITION = {
        row("D31")
                .creates()
                .action("raise")
                .to(NEW)
                .openedBy("D12")
                .starts("ACK")
                .starts("ON_SITE")
                .shows(RAISE),
        row("D32")
                .creates()
                .action("raiseHistoric")
                .to(RECORDED_ONLY)
                .openedBy("D13")
                .shows(RAISE),
        row("D33").fromAnyAlsoTerminal().action("conditionClear").stays().openedBy("D12", "D13"),
    };

    private static final RowBuilder[] RESPONSE = {
        row("D34")
                .from(NEW)
                .action("acknowledge")
                .to(ACKED)
                .by(Role.GRID_WORKER, Role.ENV_DUTY)
                .meets("ACK"),
        row("D35")
                .from(NEW, ACKED)
                .action("arrive")
                .to(ON_SITE)
                .by(Role.GRID_WORKER, Role.ENV_INSPECTOR)
                .hand(Duty.RESPOND)
                .separate(Separation.S4)
                .meets("ACK", "ON_SITE")
                .stages("presence"),
        row("D36")
                .from(ON_SITE)
                .action("recordCause")
                .to(CAUSE_RECORDED)
                .by(Role.GRID_WORKER, Role.ENV_INSPECTOR)
                .hand(Duty.RESPOND)
                .separate(Separation.S4)
                .starts("HANDLE")
                .shows(oneOf("causeCode", "DUST", "BURNING", "INDUSTRY", "TRAFFIC", "REGIONAL", "OTHER"))
                .stages("note")
                .mayStage("photo"),
        row("D37")
                .from(ON_SITE)
                .action("noSource")
                .to(NO_SOURCE)
                .by(Role.GRID_WORKER, Role.ENV_INSPECTOR)
                .hand(Duty.RESPOND)
                .separate(Separation.S4)
                .starts("HANDLE")
                .stages("note")
                .mayStage("photo"),
        row("D38")
                .from(ON_SITE)
                .action("falseAlarm")
                .to(FALSE_ALARM)
                .by(Role.ENV_INSPECTOR)
                .hand(Duty.RESPOND)
                .separate(Separation.S4)
                .when(Guard.that(Conditions::sensorIsOfTheDatastream, RefusalCode.SENSOR_UNKNOWN))
                .starts("SENSOR_CHECK")
                .shows(field("sensorId", FieldType.NAME))
                .stages("note"),
        row("D39")
                .from(CAUSE_RECORDED, NO_SOURCE)
                .action("handle")
                .to(HANDLED)
                .by(Role.ENV_INSPECTOR)
                .hand(Duty.RESPOND)
                .separate(Separation.S4)
                .meets("HANDLE")
                .starts("VERIFY")
                .shows(field("measureCode", FieldType.CODE))
                .stages("note"),
    };

    private static final RowBuilder[] VERIFICATION = {
        row("D40")
                .from(HANDLED)
                .action("verify")
                .to(VERIFIED)
                .by(Role.ENV_DUTY)
                .hand(Duty.VERIFY)
                .separate(Separation.S4)
                .when(Guard.that(Conditions.isCleared(), RefusalCode.CONDITION_NOT_CLEARED))
                .meets("VERIFY"),
        row("D41")
                .from(HANDLED)
                .action("handleAgain")
                .to(ON_SITE)
                .by(Role.ENV_DUTY)
                .when(
                        Guard.that(Conditions.isCleared().not(), RefusalCode.STILL_RAISED),
                        Conditions.verificationTimeIsOver())
                .cancels("VERIFY")
                .starts("HANDLE")
                .does(Counts.up("round")),
        row("D42")
                .from(FALSE_ALARM)
                .action("verifySensor")
                .to(VERIFIED)
                .by(Role.ENV_DUTY)
                .hand(Duty.VERIFY)
                .separate(Separation.S4)
                .when(
                        Guard.that(Conditions::sensorWasLookedInto, RefusalCode.SENSOR_NOT_CHECKED),
                        Guard.that(
                                situation -> Conditions.isCleared().holds(situation)
                                        || !Conditions.sensorIsActive(situation),
                                RefusalCode.CONDITION_NOT_CLEARED))
                .meets("SENSOR_CHECK"),
        row("D46")
                .from(HANDLED, NO_SOURCE, CAUSE_RECORDED)
                .action("closeBlind")
                .to(CLOSED)
                .by(Role.ENV_DUTY)
                .when(
                        Guard.that(Conditions.isCleared().not(), RefusalCode.STILL_RAISED),
                        Guard.that(Conditions::isBlind, RefusalCode.SENSOR_NOT_CHECKED))
                .cancelsAll()
                .shows(field("reason", FieldType.CODE)),
        row("D43")
                .from(VERIFIED)
                .action("close")
                .to(CLOSED)
                .by(Role.ENV_DUTY)
                .byTimer()
                .notBefore(Trigger.atOnce()),
        row("D44")
                .from(NEW, ACKED)
                .action("closeUnvisited")
                .to(CLOSED_UNVISITED)
                .by(Role.ENV_DUTY)
                .when(Guard.that(Conditions::wasBrief, RefusalCode.STILL_RAISED))
                .cancelsAll()
                .shows(field("reason", FieldType.CODE)),
        row("D45")
                .from(NEW, ACKED, ON_SITE, CAUSE_RECORDED, NO_SOURCE, HANDLED)
                .action("noteWarning")
                .stays()
                .by(Role.ENV_DUTY)
                .shows(field("officialWarningRef", FieldType.PUBLIC_NAME))
                .stages("document")
                .source("ECO 263"),
    };

    public static final Lifecycle TABLE =
            lifecycle(Kind.EXCEEDANCE, ExceedanceState.class, "R30", CONDITION, RESPONSE, VERIFICATION);

    private ExceedanceTable() {}
}
