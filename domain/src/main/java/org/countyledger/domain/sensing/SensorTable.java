package org.countyledger.domain.sensing;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.sensing.SensorState.ACTIVE;
import static org.countyledger.domain.sensing.SensorState.REGISTERED;
import static org.countyledger.domain.sensing.SensorState.RETIRED;
import static org.countyledger.domain.sensing.SensorState.SUSPECT;
import static org.countyledger.domain.sensing.SensorState.SUSPENDED;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.contract.LedgerKey.SlotKey;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.CountyTime;

/** Sensor 传感器: who installs it does not calibrate it, and its key is nobody else's. */
public final class SensorTable {
    private static final int CERTIFICATE_MONTHS = 12;
    private static final long HALF_TURN_MICRODEGREES = 180_000_000;
    private static final Field[] CERTIFICATE = {
        field("certificateDigest", FieldType.DIGEST), field("until", FieldType.DATE),
    };

    public static final Lifecycle TABLE = lifecycle(
            Kind.SENSOR,
            SensorState.class,
            "R30",
            rows(
                    row("D01")
                            .creates()
                            .action("register")
                            .to(REGISTERED)
                            .by(Role.SENSOR_INSTALLER)
                            .hand(Duty.INSTALL)
                            .when(Guard.that(SensorTable::keyIsFree, RefusalCode.KEY_TAKEN))
                            .shows(
                                    field("key", FieldType.BASE64),
                                    field("model", FieldType.PUBLIC_NAME),
                                    field("town", FieldType.TOWN),
                                    field("longitudeMicrodegrees", within(HALF_TURN_MICRODEGREES)),
                                    field("latitudeMicrodegrees", within(HALF_TURN_MICRODEGREES / 2)),
                                    field("firmwareDigest", FieldType.DIGEST))
                            .does(SensorTable::takeKey),
                    row("D02")
                            .from(REGISTERED, SUSPECT, SUSPENDED)
                            .action("calibrate")
                            .to(ACTIVE)
                            .by(Role.CALIBRATOR)
                            .hand(Duty.CALIBRATE)
                            .separate(Separation.S4)
                            .when(Guard.that(SensorTable::certificateIsShort, RefusalCode.FIELD_INVALID))
                            .meets("CHECK")
                            .starts("CALIBRATION")
                            .shows(CERTIFICATE),
                    row("D03")
                            .from(ACTIVE)
                            .action("calibrate")
                            .stays()
                            .by(Role.CALIBRATOR)
                            .hand(Duty.CALIBRATE)
                            .separate(Separation.S4)
                            .when(Guard.that(SensorTable::certificateIsShort, RefusalCode.FIELD_INVALID))
                            .meets("CALIBRATION")
                            .starts("CALIBRATION")
                            .shows(CERTIFICATE),
                    row("D04")
                            .from(ACTIVE)
                            .action("suspect")
                            .to(SUSPECT)
                            .by(Role.ENV_DUTY, Role.ORACLE_NODE)
                            .when(Guards.names("exceedance", Kind.EXCEEDANCE)
                                    .onlyIf(Guards.says("reason", "FALSE_ALARM")))
                            .starts("CHECK")
                            .shows(oneOf("reason", "DRIFT", "GAP", "QUORUM", "FALSE_ALARM"))
                            .notes(field("exceedance", FieldType.NAME).optional()),
                    row("D05")
                            .from(SUSPECT)
                            .action("clearDoubt")
                            .to(ACTIVE)
                            .by(Role.ENV_INSPECTOR)
                            .when(Windows.open("CALIBRATION"))
                            .meets("CHECK")
                            .notes(field("result", FieldType.CODE)),
                    row("D06")
                            .from(ACTIVE, SUSPECT)
                            .action("suspend")
                            .to(SUSPENDED)
                            .by(Role.ENV_INSPECTOR)
                            .byTimer()
                            .when(Guards.given("reason").onlyIf(Guards.byTimer().not()))
                            .timerNotBefore(Trigger.elapsed("CALIBRATION"))
                            .cancelsAll()
                            .shows(field("reason", FieldType.CODE).optional()),
                    row("D07")
                            .from(REGISTERED, ACTIVE, SUSPECT, SUSPENDED)
                            .action("rotateKey")
                            .stays()
                            .by(Role.SENSOR_INSTALLER)
                            .hand(Duty.INSTALL)
                            .separate(Separation.S4)
                            .when(Guard.that(SensorTable::keyIsFree, RefusalCode.KEY_TAKEN))
                            .shows(field("key", FieldType.BASE64), field("fromCounter", FieldType.COUNT))
                            .does(SensorTable::takeKey),
                    row("D08")
                            .from(REGISTERED, ACTIVE, SUSPECT, SUSPENDED)
                            .action("retire")
                            .to(RETIRED)
                            .by(Role.ENV_INSPECTOR)
                            .cancelsAll()
                            .shows(field("reason", FieldType.CODE))));

    private SensorTable() {}

    private static FieldType within(long bound) {
        return new FieldType.Whole(-bound, bound);
    }

    private static SlotKey slot(Situation situation) {
        byte[] spki = situation.text("key").getBytes(StandardCharsets.US_ASCII);
        return new SlotKey("key~" + Digests.sha256Hex(spki));
    }

    private static boolean keyIsFree(Situation situation) {
        return situation.facts().entry(slot(situation), Clear.class).isEmpty();
    }

    private static void takeKey(Situation situation, Draft draft) {
        draft.handledBy("EcologyMSP", "ecology");
        draft.entry(slot(situation), Clear.of("sensor", situation.command().id()));
    }

    private static boolean certificateIsShort(Situation situation) {
        LocalDate today = CountyTime.day(situation.at());
        LocalDate until = LocalDate.parse(situation.text("until"));
        return until.isAfter(today) && !until.isAfter(today.plusMonths(CERTIFICATE_MONTHS));
    }
}
