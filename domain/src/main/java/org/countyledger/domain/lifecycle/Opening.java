package org.countyledger.domain.lifecycle;

import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;

/**
 * Another record that a row creates.
 *
 * @param rule the row of the other table
 * @param clear its fields
 * @param commitments its private groups, named by the parent's command
 */
public record Opening(Kind kind, String rule, Clear clear, Map<String, String> commitments, Optional<Place> place) {
    public Opening {
        commitments = Map.copyOf(commitments);
    }

    public static Opening of(Kind kind, String rule, Clear clear) {
        return new Opening(kind, rule, clear, Map.of(), Optional.empty());
    }

    public Opening with(Map<String, String> groups) {
        return new Opening(kind, rule, clear, groups, place);
    }

    public Opening at(Place newPlace) {
        return new Opening(kind, rule, clear, commitments, Optional.of(newPlace));
    }

    /** Department that handles the opened record, where it is not the parent's. */
    public record Place(String org, String dept) {}
}
