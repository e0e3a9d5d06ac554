package org.countyledger.network.inventory;

import org.countyledger.domain.actor.Role;

/** A program of an organisation that signs in its own name, e.g. the CONDUIT. */
public record Machine(Role role, String department) {
    public Machine {
        if (role.isOfficer()) {
            throw new IllegalArgumentException(role + " is a role of officers, not of machines");
        }
    }
}
