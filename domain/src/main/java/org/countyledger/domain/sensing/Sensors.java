package org.countyledger.domain.sensing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** The sensors behind a datastream. */
final class Sensors {
    private Sensors() {}

    static List<String> of(Header datastream) {
        return datastream.fields().texts("sensors");
    }

    /** Every sensor of the datastream is in one of these states. */
    static boolean all(Situation situation, Header datastream, SensorState... states) {
        return of(datastream).stream()
                .map(id -> situation.record(Kind.SENSOR, id))
                .allMatch(sensor -> isIn(sensor, states));
    }

    private static boolean isIn(Optional<Header> sensor, SensorState... states) {
        return sensor.map(Header::state)
                .filter(state ->
                        Arrays.stream(states).anyMatch(known -> known.name().equals(state)))
                .isPresent();
    }
}
