package org.countyledger.domain.engine;

import java.util.Set;
import java.util.stream.Collectors;
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
        draft.set(situation.clear().only(names(situation, Set.of(Field.Place.HEADER_AND_EVENT, Field.Place.HEADER))));
    }

    /** What the event says: its fields, digests of those that stand in the header alone, and what was computed. */
    static Clear ofEvent(Draft draft, Situation situation) {
        Set<String> elsewhere = names(situation, Set.of(Field.Place.HEADER, Field.Place.NOWHERE));
        Clear event = situation.clear();
        for (String name : elsewhere) {
            event = event.without(name);
        }
        for (String name : apart(situation)) {
            Object value = situation.clear().values().get(name);
            event = value == null ? event : event.with(Replay.digestOf(name), CanonicalJson.digest(value));
        }
        return event.with(draft.computedForEvent());
    }

    /** Fields of the header of which the event has the digest alone. */
    static Set<String> apart(Situation situation) {
        return names(situation, Set.of(Field.Place.HEADER));
    }

    private static Set<String> names(Situation situation, Set<Field.Place> places) {
        return situation.row().arguments().fields().stream()
                .filter(field -> places.contains(field.place()))
                .map(Field::name)
                .collect(Collectors.toSet());
    }
}
