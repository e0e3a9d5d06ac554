package org.countyledger.domain.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.ECOLOGY;
import static org.countyledger.domain.testing.Officers.inRole;
import static org.countyledger.domain.testing.Officers.officer;
import static org.countyledger.domain.testing.Officers.timerOf;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.AirStation;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.Test;

/** Bad air, who goes there, and what measured it. */
class ExceedanceStoryTest {
    private static final Actor WORKER = officer(Role.GRID_WORKER, 1);
    private static final Actor DUTY = officer(Role.ENV_DUTY, 1);
    private static final Actor INSPECTOR = officer(Role.ENV_INSPECTOR, 1);
    private static final Actor INSTALLER = officer(Role.SENSOR_INSTALLER, 1);
    private static final Actor CALIBRATOR = officer(Role.CALIBRATOR, 1);
    private static final Actor TIMER = timerOf(ECOLOGY);
    private static final long BAD_MILLI = 151_000;
    private static final RuleState.Claim RAISED = new RuleState.Claim(0, 0, true);

    private final TestCounty county = TestCounty.legal();
    private final AirStation station = AirStation.open(county, county.now().minus(Duration.ofHours(2)));

    private Target raised() {
        county.pass(Duration.ofMinutes(1));
        Accepted batch = station.appending(Ingest.LIVE, bad(2), RAISED).accepted();
        return Target.of(batch.changes().getLast().header());
    }

    private static List<Window> bad(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> AirStation.of(n, BAD_MILLI + n))
                .toList();
    }

    private void cleared() {
        county.pass(Duration.ofMinutes(179));
        station.appending(
                        Ingest.LIVE,
                        IntStream.range(0, 3).mapToObj(AirStation::calm).toList())
                .accepted();
    }

    private Clock clock(Target target, String name) {
        return county.header(target).clock(name).orElseThrow();
    }

    private String state(Target target) {
        return county.header(target).state();
    }

    private void onSite(Target exceedance) {
        county.by(WORKER, exceedance).does("acknowledge").accepted();
        county.by(INSPECTOR, exceedance).does("arrive").staging("presence").accepted();
    }

    private void handled(Target exceedance) {
        onSite(exceedance);
        county.by(WORKER, exceedance)
                .does("recordCause")
                .with("causeCode", "DUST")
                .staging("note")
                .accepted();
        county.by(INSPECTOR, exceedance)
                .does("handle")
                .with("measureCode", "SPRAY")
                .staging("note")
                .accepted();
    }

    @Test
    void twoHoursAboveAreAcknowledgedVisitedHandledAndVerifiedByAnotherOnceTheAirIsGood() {
        Target exceedance = raised();
        assertThat(clock(exceedance, "ACK").dueAt()).isEqualTo(county.now().plus(Duration.ofMinutes(30)));
        assertThat(clock(exceedance, "ON_SITE").dueAt()).isEqualTo(county.now().plus(Duration.ofHours(2)));
        handled(exceedance);
        county.by(DUTY, exceedance).does("verify").refusedAs(RefusalCode.CONDITION_NOT_CLEARED);
        cleared();
        assertThat(state(exceedance)).as("that the air is good ends no work").isEqualTo("HANDLED");
        county.by(inRole(Role.ENV_DUTY, INSPECTOR), exceedance)
                .does("verify")
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        county.by(DUTY, exceedance).does("verify").accepted();
        county.by(TIMER, exceedance).does("close").accepted();
        assertThat(state(exceedance)).isEqualTo("CLOSED");
    }

    @Test
    void whatClearsByItselfWithinThreeHoursMayBeClosedUnvisitedAndSaysSo() {
        Target exceedance = raised();
        closingUnvisited(exceedance).refusedAs(RefusalCode.STILL_RAISED);
        cleared();
        closingUnvisited(exceedance).accepted();
        assertThat(state(exceedance)).isEqualTo("CLOSED_UNVISITED");
        assertThat(clock(exceedance, "ACK").state()).isEqualTo(Clock.State.CANCELLED);
    }

    private Act closingUnvisited(Target exceedance) {
        return county.by(DUTY, exceedance).does("closeUnvisited").with("reason", "CLEARED_ALONE");
    }

    @Test
    void whatIsStillBadAfterADayIsHandledAgain() {
        Target exceedance = raised();
        handled(exceedance);
        county.by(DUTY, exceedance).does("handleAgain").refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.pass(Duration.ofHours(24).plusSeconds(1));
        county.by(DUTY, exceedance).does("handleAgain").accepted();
        assertThat(state(exceedance)).isEqualTo("ON_SITE");
        assertThat(clock(exceedance, "HANDLE").n()).isEqualTo(2);
    }

    @Test
    void aFalseAlarmIsSettledByLookingIntoTheSensor() {
        Target exceedance = raised();
        onSite(exceedance);
        claimingFalseAlarm(exceedance, exceedance.id()).refusedAs(RefusalCode.SENSOR_UNKNOWN);
        claimingFalseAlarm(exceedance, station.sensor().id()).accepted();
        county.by(DUTY, exceedance).does("verifySensor").refusedAs(RefusalCode.SENSOR_NOT_CHECKED);
        county.by(DUTY, station.sensor())
                .does("suspect")
                .with("reason", "FALSE_ALARM")
                .with("exceedance", exceedance.id())
                .accepted();
        county.by(DUTY, exceedance).does("verifySensor").accepted();
        assertThat(clock(exceedance, "SENSOR_CHECK").state()).isEqualTo(Clock.State.MET);
        county.by(INSPECTOR, station.sensor())
                .does("clearDoubt")
                .with("result", "CLEANED")
                .accepted();
        assertThat(state(station.sensor())).isEqualTo("ACTIVE");
    }

    private Act claimingFalseAlarm(Target exceedance, String sensor) {
        return county.by(INSPECTOR, exceedance)
                .does("falseAlarm")
                .with("sensorId", sensor)
                .staging("note");
    }

    @Test
    void whereNothingMeasuresAnyMoreADayLaterTheRecordIsClosedBlind() {
        Target exceedance = raised();
        handled(exceedance);
        county.pass(Duration.ofHours(25));
        closingBlind(exceedance).refusedAs(RefusalCode.SENSOR_NOT_CHECKED);
        county.by(INSPECTOR, station.sensor())
                .does("suspend")
                .with("reason", "BROKEN")
                .accepted();
        closingBlind(exceedance).accepted();
        assertThat(state(exceedance)).isEqualTo("CLOSED");
    }

    private Act closingBlind(Target exceedance) {
        return county.by(DUTY, exceedance).does("closeBlind").with("reason", "NO_READINGS");
    }

    @Test
    void oldHoursAreRecordedOnlyAndStartNoClock() {
        AirStation old = AirStation.open(county, county.now().minus(Duration.ofDays(40)));
        old.appending(Ingest.LIVE, bad(24), RAISED).refusedAs(RefusalCode.WINDOW_TOO_OLD);
        Accepted batch = old.appending(Ingest.BACKFILL, bad(24), RAISED).accepted();
        Target exceedance = Target.of(batch.changes().getLast().header());
        assertThat(state(exceedance)).isEqualTo("RECORDED_ONLY");
        assertThat(county.header(exceedance).clocks()).isEmpty();
    }

    @Test
    void aBatchThatClaimsAnotherStateOfTheRuleIsRefused() {
        station.appending(Ingest.LIVE, bad(2)).refusedAs(RefusalCode.RULE_STATE_WRONG);
        raised();
        county.by(INSPECTOR, station.datastream())
                .does("close")
                .with("reason", "MOVED")
                .refused();
    }

    private Act registering(String key) {
        Target sensor = county.newRecord(Kind.SENSOR);
        return county.by(INSTALLER, sensor)
                .does("register")
                .with("key", ResidentKey.of(key).spki())
                .with("model", "test")
                .with("town", Officers.TOWN)
                .with("longitudeMicrodegrees", 116_400_000)
                .with("latitudeMicrodegrees", 39_900_000)
                .with("firmwareDigest", "d".repeat(64));
    }

    private Act calibrating(Actor who, Target sensor, String until) {
        return county.by(who, sensor)
                .does("calibrate")
                .with("certificateDigest", "e".repeat(64))
                .with("until", until);
    }

    @Test
    void aSensorsKeyIsNobodyElsesAndItsInstallerDoesNotCalibrateIt() {
        Accepted first = registering("a sensor's key").accepted();
        Target sensor = Target.of(first.changes().getFirst().header());
        registering("a sensor's key").refusedAs(RefusalCode.KEY_TAKEN);
        calibrating(inRole(Role.CALIBRATOR, INSTALLER), sensor, "2026-09-01").refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        calibrating(CALIBRATOR, sensor, "2027-09-01").refusedAs(RefusalCode.FIELD_INVALID);
        calibrating(CALIBRATOR, sensor, "2026-09-01").accepted();
        county.by(INSTALLER, sensor)
                .does("rotateKey")
                .with("key", ResidentKey.of("a sensor's key").spki())
                .with("fromCounter", 7)
                .refusedAs(RefusalCode.KEY_TAKEN);
        county.by(INSTALLER, sensor)
                .does("rotateKey")
                .with("key", ResidentKey.of("its next key").spki())
                .with("fromCounter", 7)
                .accepted();
        county.by(TIMER, sensor).does("suspend").refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.at(clock(sensor, "CALIBRATION").dueAt());
        county.by(TIMER, sensor).does("suspend").accepted();
        calibrating(CALIBRATOR, sensor, "2027-09-01").accepted();
        assertThat(state(sensor)).isEqualTo("ACTIVE");
        county.by(INSPECTOR, sensor).does("retire").with("reason", "WORN_OUT").accepted();
        assertThat(state(sensor)).isEqualTo("RETIRED");
    }

    @Test
    void aCitysWarningIsOnlyEverNotedWithItsDocument() {
        Target exceedance = raised();
        county.by(DUTY, exceedance)
                .does("noteWarning")
                .with("officialWarningRef", "city 2026-17")
                .refusedAs(RefusalCode.COMMITMENT_MISSING);
        county.by(DUTY, exceedance)
                .does("noteWarning")
                .with("officialWarningRef", "city 2026-17")
                .staging("document")
                .accepted();
        assertThat(county.header(exceedance).fields().text("officialWarningRef"))
                .contains("city 2026-17");
    }
}
