package org.countyledger.risk.scorer;

import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.Command;

/**
 * A score that is to be on the ledger.
 *
 * @param command as it was sent first; its signature would be another the next time
 */
record DueScore(Key key, String purpose, Map<String, String> fields, Optional<Command> command) {

    /** What there is one score of: a model, a grievance, and one of its events. */
    record Key(String model, String grievance, long seq) {
        String text() {
            return model + "~" + grievance + "~" + seq;
        }
    }

    /** Scores of one grievance for one purpose supersede each other, so they go one after the other. */
    Line line() {
        return new Line(purpose, key.grievance());
    }

    record Line(String purpose, String grievance) {}
}
