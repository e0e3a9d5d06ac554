package org.countyledger.domain.actor;

import java.util.Optional;

/**
 * Who submits a command, as the certificate says it.
 *
 * @param mspId organisation that issued the certificate
 * @param department attribute {@code dept}
 * @param staff pseudonymous number; absent for machines
 * @param town nine digits, for roles of a town
 * @param grid for grid workers
 * @param spki base64 of the certificate's DER SubjectPublicKeyInfo, where somebody may ask for it
 */
public record Actor(
        String mspId,
        Role role,
        Optional<String> department,
        Optional<String> staff,
        Optional<String> town,
        Optional<String> grid,
        Optional<String> spki) {

    public Actor {
        if (role.isOfficer() && staff.isEmpty()) {
            throw new IllegalArgumentException("an officer's certificate has a staff number");
        }
    }

    /** An actor as others know it: without its key. */
    public Actor(
            String mspId,
            Role role,
            Optional<String> department,
            Optional<String> staff,
            Optional<String> town,
            Optional<String> grid) {
        this(mspId, role, department, staff, town, grid, Optional.empty());
    }

    public static Actor machine(String mspId, Role role) {
        return new Actor(mspId, role, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same actor, known to sign with this key. */
    public Actor signingWith(String newSpki) {
        return new Actor(mspId, role, department, staff, town, grid, Optional.of(newSpki));
    }

    public boolean isConduit() {
        return role == Role.CONDUIT;
    }

    public boolean isTimer() {
        return role == Role.SYSTEM_TIMER;
    }
}
