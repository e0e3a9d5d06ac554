package org.countyledger.domain.engine;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Row;

/**
 * An action that is open to an actor.
 *
 * @param groups private groups that the command must name
 */
public record Allowed(String rule, String action, Optional<String> variant, List<String> fields, List<String> groups) {

    static Allowed of(Row row) {
        return new Allowed(
                row.rule(),
                row.action(),
                row.passage().variant(),
                row.arguments().fields().stream()
                        .filter(field -> field.required())
                        .map(field -> field.name())
                        .toList(),
                row.arguments().staged().stream()
                        .filter(staged -> staged.required())
                        .map(staged -> staged.group())
                        .toList());
    }
}
