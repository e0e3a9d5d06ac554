package org.countyledger.domain.engine;

import java.util.Set;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Replay;

/** Where the command's fields in clear go. */
final class Fields {
    private Fields() {}

    static void into(Draft draft, Situation situation) {
        draft.set(situation.clear().only(situation.row().arguments().namesInHeader()));
    }

    /** What the event says: its fields, digests of those that stand in the header alone, and what was computed. */
    static Clear ofEvent(Draft draft, Situation situation) {
        Clear event = situation.clear();
        for (String name : situation.row().arguments().namesAt(Field.Place.NOWHERE)) {
            event = event.without(name);
        }
        for (String name : apart(situation)) {
            event = event.without(name);
            Object value = situation.clear().values().get(name);
            event = value == null ? event : event.with(Replay.digestOf(name), CanonicalJson.digest(value));
        }
        return event.with(draft.computedForEvent());
    }

    /** Fields of the header of which the event has the digest alone. */
    static Set<String> apart(Situation situation) {
        return situation.row().arguments().namesAt(Field.Place.HEADER);
    }
}
