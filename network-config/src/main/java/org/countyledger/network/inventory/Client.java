package org.countyledger.network.inventory;

import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Placement;
import org.countyledger.domain.actor.Role;

/**
 * One client certificate that is to be issued.
 *
 * @param subject {@code {staff}.{ROLE}} of an officer, {@code {MSP}.{ROLE}} of a machine
 * @param ownKey whether nobody but its holder is to have the key
 */
public record Client(
        String subject,
        String mspId,
        String department,
        Role role,
        Optional<String> staff,
        Optional<String> town,
        Optional<String> grid,
        boolean ownKey) {

    static Client of(String mspId, Machine machine) {
        return new Client(
                mspId + "." + machine.role(),
                mspId,
                machine.department(),
                machine.role(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    static Client of(String mspId, Officer officer, Role role) {
        return new Client(
                officer.staff() + "." + role,
                mspId,
                officer.department(),
                role,
                Optional.of(officer.staff()),
                officer.ownTown(),
                officer.grid(),
                officer.ownKey().orElse(false));
    }

    /** Why the contracts would refuse this certificate even on a record of its own department and area. */
    Optional<String> misplacement() {
        Actor actor = new Actor(mspId, role, Optional.of(department), staff, town, grid);
        Placement.Scope own = new Placement.Scope(Optional.of(mspId), Optional.of(department), town, grid);
        return Placement.mismatch(actor, own, Optional::empty).map(mismatch -> switch (mismatch) {
            case DEPARTMENT -> role + " does not belong to " + department;
            case AREA -> role + " needs a town or grid";
        });
    }
}
