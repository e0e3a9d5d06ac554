package org.countyledger.network.embedded;

import java.util.Set;
import org.countyledger.network.process.Step;

/** Which processes are meant, by name; {@code chaincode} means those of all organisations. Empty: everything. */
public record Selection(Set<String> names) {
    public static final Selection EVERYTHING = new Selection(Set.of());

    public Selection {
        names = Set.copyOf(names);
    }

    boolean includes(Step step) {
        return names.isEmpty()
                || names.contains(step.name())
                || names.contains(step.name().replaceFirst("-.*", ""));
    }
}
