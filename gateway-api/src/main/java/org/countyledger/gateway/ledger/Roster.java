package org.countyledger.gateway.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.IdentityEntry;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.springframework.stereotype.Component;

/** The identities of this process by what they are for. */
@Component
public final class Roster {
    private final ClientIdentities identities;

    Roster(ClientIdentities identities) {
        this.identities = identities;
    }

    /** The officer of this subject; machines are not officers. */
    public Optional<ClientIdentity> officer(String subject) {
        return identities.find(subject).filter(identity -> role(identity).isOfficer());
    }

    /** The conduits of all organisations that this process has. */
    public List<ClientIdentity> conduits() {
        return machine(Role.CONDUIT);
    }

    /** Submits what residents have signed about records of this organisation. */
    public Optional<ClientIdentity> conduit(String mspId) {
        return machine(Role.CONDUIT).stream()
                .filter(identity -> identity.mspId().equals(mspId))
                .findFirst();
    }

    /** A machine whose certificate may stand in what is handed to anybody: it names no officer. */
    public Optional<ClientIdentity> asker() {
        return machine(Role.CONDUIT).stream()
                .findFirst()
                .or(() -> timers().stream().findFirst());
    }

    /** Asks the chain what every member may ask, for an officer whose key is elsewhere. */
    public ClientIdentity voice(ClientIdentity officer) {
        return officer.hasKey() ? officer : asker().orElse(officer);
    }

    /** The timer identities of all organisations that this process has. */
    public List<ClientIdentity> timers() {
        return machine(Role.SYSTEM_TIMER);
    }

    private List<ClientIdentity> machine(Role role) {
        return identities.all().stream()
                .filter(identity -> identity.entry().role().equals(role.name()))
                .toList();
    }

    /** Who acts, as the contract will read it from the certificate. */
    public static Actor actor(ClientIdentity identity) {
        IdentityEntry entry = identity.entry();
        return new Actor(
                entry.mspId(),
                role(identity),
                Optional.of(entry.department()),
                entry.staff(),
                entry.town(),
                entry.grid());
    }

    private static Role role(ClientIdentity identity) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(identity.entry().role()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(identity + " has a role that is none"));
    }
}
