package org.countyledger.domain.engine;

import java.util.Map;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header.Pending;

/** Two officers in one row: what the first said, to be compared with the second's. */
final class Pendings {
    private Pendings() {}

    static String digest(Situation situation) {
        return CanonicalJson.digest(Map.of(
                "clear", situation.clear(), "commitments", situation.command().commitments()));
    }

    static Pending first(Situation situation, String staff) {
        return new Pending(
                situation.row().action(),
                digest(situation),
                staff,
                situation.actor().role().name());
    }
}
