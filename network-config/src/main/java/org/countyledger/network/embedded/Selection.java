package org.countyledger.network.embedded;

import java.util.Set;
import org.countyledger.network.process.ProcessSpec;

/** Which processes are meant, by name; {@code chaincode} means all of them. Empty: everything. */
public record Selection(Set<String> names) {
    public static final Selection EVERYTHING = new Selection(Set.of());

    public Selection {
        names = Set.copyOf(names);
    }

    boolean includes(ProcessSpec spec) {
        return names.isEmpty()
                || names.contains(spec.name())
                || (spec.name().startsWith(CountyProcesses.CHAINCODE) && names.contains(CountyProcesses.CHAINCODE));
    }
}
