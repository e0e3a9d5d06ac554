package org.countyledger.domain.sensing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** The condition of an exceedance, and of what measured it. */
final class Conditions {
    private static final Duration BLIND = Duration.ofHours(24);

    private Conditions() {}

    private static Optional<Clear> clearing(Situation situation) {
        OverlayKey key = new OverlayKey(Kind.EXCEEDANCE, situation.command().id(), BatchGuards.CLEARED);
        return situation.facts().entry(key, Clear.class);
    }

    static Condition isCleared() {
        return situation -> clearing(situation).isPresent();
    }

    private static Optional<Header> datastream(Situation situation) {
        return situation.field("datastream").flatMap(id -> situation.record(Kind.DATASTREAM, id));
    }

    static boolean sensorIsOfTheDatastream(Situation situation) {
        return datastream(situation)
                .filter(datastream -> Sensors.of(datastream).contains(situation.text("sensorId")))
                .isPresent();
    }

    private static Optional<Header> sensor(Situation situation) {
        return situation.field("sensorId").flatMap(id -> situation.record(Kind.SENSOR, id));
    }

    /** It was suspected or calibrated after the raise. */
    static boolean sensorWasLookedInto(Situation situation) {
        Instant raised = situation.header().clock("ACK").map(Clock::startedAt).orElse(Instant.MAX);
        return sensor(situation)
                .map(sensor -> sensor.clocks().stream()
                        .filter(clock ->
                                clock.name().equals("CHECK") || clock.name().equals("CALIBRATION"))
                        .anyMatch(clock -> !clock.startedAt().isBefore(raised)))
                .orElse(false);
    }

    static boolean sensorIsActive(Situation situation) {
        return sensor(situation)
                .filter(sensor -> sensor.state().equals(SensorState.ACTIVE.name()))
                .isPresent();
    }

    static Guard verificationTimeIsOver() {
        return Guard.that(
                situation -> situation
                        .header()
                        .clock("VERIFY")
                        .filter(clock -> clock.isPast(situation.at()))
                        .isPresent(),
                RefusalCode.CLOCK_NOT_ELAPSED);
    }

    /** No readings for a day, and no sensor that could bring any. */
    static boolean isBlind(Situation situation) {
        Optional<Header> datastream = datastream(situation);
        boolean silent = datastream
                .map(DatastreamView::new)
                .flatMap(view -> view.header().fields().integer("lastPresent").map(view::end))
                .filter(end -> !situation.at().isBefore(end.plus(BLIND)))
                .isPresent();
        return silent
                && datastream
                        .filter(header -> Sensors.all(situation, header, SensorState.SUSPENDED, SensorState.RETIRED))
                        .isPresent();
    }

    /** It cleared by itself within the time in which nobody need have come. */
    static boolean wasBrief(Situation situation) {
        Optional<Duration> brief = situation
                .policy("air")
                .flatMap(air -> air.period("brief"))
                .map(named -> switch (named.period().unit()) {
                    case s -> Duration.ofSeconds(named.period().value());
                    case min -> Duration.ofMinutes(named.period().value());
                    case h -> Duration.ofHours(named.period().value());
                    case d24, d, wd, mo -> Duration.ZERO;
                });
        Optional<Instant> raised = situation.field("raisedAt").map(Instant::parse);
        Optional<Instant> cleared = clearing(situation)
                .flatMap(overlay -> overlay.text("clearedAt"))
                .map(Instant::parse);
        return brief.isPresent()
                && raised.isPresent()
                && cleared.filter(end -> !end.isAfter(raised.get().plus(brief.get())))
                        .isPresent();
    }
}
