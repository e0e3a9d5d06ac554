package org.countyledger.network.inventory;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countyledger.domain.actor.Role;

/**
 * A person in office, known by a pseudonymous staff number only. Each role gets a certificate of its own.
 *
 * @param town where a role is bound to one
 * @param grid where a role is bound to one; the town then follows from it
 * @param ownKey whether the officer keeps the keys and signs elsewhere; absent: the gateway signs for the officer
 */
public record Officer(
        String staff,
        String department,
        List<Role> roles,
        Optional<String> town,
        Optional<String> grid,
        Optional<Boolean> ownKey) {
    private static final Pattern STAFF = Pattern.compile("[A-Z]{2}\\d{4}");

    public Officer {
        Require.matches(STAFF, staff, "a staff number (two capital letters, four digits)");
        roles = List.copyOf(roles);
        if (roles.isEmpty() || EnumSet.copyOf(roles).size() != roles.size()) {
            throw new IllegalArgumentException(staff + " needs roles, each once");
        }
        if (roles.size() > 1 && roles.contains(Role.SUPERIOR_ORGAN_CLERK)) {
            throw new IllegalArgumentException(staff + " is SUPERIOR_ORGAN_CLERK and may hold no other role");
        }
    }

    /** The town, also where only the grid is named. */
    Optional<String> ownTown() {
        return town.or(() -> grid.map(Town.Grid::townOf));
    }
}
