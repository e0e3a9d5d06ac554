package org.countyledger.gateway.stream;

import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.record.Kind;

/**
 * Which events somebody wants.
 *
 * @param id of the only record, if it is one
 */
public record Interest(Set<Kind> kinds, Optional<String> town, Optional<String> id) {
    public Interest {
        kinds = Set.copyOf(kinds);
    }

    public static Interest of(Set<Kind> kinds, Optional<String> town) {
        return new Interest(kinds, town, Optional.empty());
    }

    public static Interest in(Kind kind, String id) {
        return new Interest(Set.of(kind), Optional.empty(), Optional.of(id));
    }

    boolean includes(LedgerEvent event) {
        return kinds.contains(event.kind())
                && (town.isEmpty() || town.equals(event.town()))
                && (id.isEmpty() || id.get().equals(event.id()));
    }
}
