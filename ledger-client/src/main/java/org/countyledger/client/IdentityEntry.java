package org.countyledger.client;

import java.util.Optional;

/**
 * One line of identities.json.
 *
 * @param subject name of the identity, also the subject of its tokens
 * @param staff pseudonymous number; absent for machines
 * @param certificate PEM file, relative to the county directory
 * @param privateKey PEM file, relative to the county directory; absent for an officer who signs elsewhere, by an own key
 */
public record IdentityEntry(
        String subject,
        String mspId,
        String department,
        String role,
        Optional<String> staff,
        Optional<String> town,
        Optional<String> grid,
        String certificate,
        Optional<String> privateKey) {}
