package org.countyledger.network.inventory;

import java.util.Optional;
import java.util.function.Predicate;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Kind;

/** The scoring nodes of a county: that of the organisation that owns scores makes them, another's watches for drift. */
public final class Scorers {
    private Scorers() {}

    public static Optional<Client> scorer(Inventory inventory) {
        return first(inventory, Scorers::makesScores);
    }

    /** Of another organisation, so that a model is not suspended for drift on one's word alone. */
    public static Optional<Client> watcher(Inventory inventory) {
        return first(inventory, client -> !makesScores(client));
    }

    private static boolean makesScores(Client client) {
        return Kind.RISK_SCORE.fixedOwner().equals(Optional.of(client.mspId()));
    }

    private static Optional<Client> first(Inventory inventory, Predicate<Client> wanted) {
        return inventory.clients().stream()
                .filter(client -> client.role() == Role.SCORING_NODE)
                .filter(wanted)
                .findFirst();
    }
}
