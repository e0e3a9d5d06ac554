package org.countyledger.network.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countyledger.client.IdentityEntry;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.network.CountyException;
import org.countyledger.network.authority.TokenIssuer;
import org.countyledger.network.directory.CountyDirectory;

/** Bearer tokens for the identities of one county. */
public final class Tokens {
    /** A working day. */
    public static final Duration VALIDITY = Duration.ofHours(8);

    private final TokenIssuer issuer;
    private final List<IdentityEntry> identities;

    private Tokens(TokenIssuer issuer, List<IdentityEntry> identities) {
        this.issuer = issuer;
        this.identities = identities;
    }

    public static Tokens of(CountyDirectory county) {
        try {
            byte[] json = Files.readAllBytes(county.identitiesFile());
            return new Tokens(TokenIssuer.read(county), List.of(CanonicalJson.read(json, IdentityEntry[].class)));
        } catch (IOException | MalformedJson e) {
            throw new CountyException(
                    county + " has no readable identities: make a county there with scripts/county up", e);
        }
    }

    /** A token for an identity by its subject, e.g. {@code CA1001.TOWN_CLERK}. */
    public String forSubject(String subject) {
        return identities.stream()
                .map(IdentityEntry::subject)
                .filter(subject::equals)
                .findFirst()
                .map(known -> mint(known, VALIDITY))
                .orElseThrow(() -> new CountyException("There is no identity " + subject));
    }

    /** Everybody who holds a role, in the inventory's order. */
    public List<IdentityEntry> holders(Role role) {
        return select(entry -> entry.role().equals(role.name()));
    }

    public String mint(String subject, Duration validity) {
        return issuer.mint(subject, Instant.now(), validity);
    }

    /** The one identity of a department and role; where there are several, the officer tells which. */
    public IdentityEntry find(String department, String role, Optional<String> officer) {
        List<IdentityEntry> matching = identities.stream()
                .filter(entry -> entry.department().equals(department))
                .filter(entry -> entry.role().equals(role))
                .filter(entry -> officer.isEmpty() || entry.staff().equals(officer))
                .toList();
        return switch (matching.size()) {
            case 1 -> matching.getFirst();
            case 0 -> throw new CountyException(nobody(department, role, officer));
            default ->
                throw new CountyException("Several hold " + role + " in " + department + "; choose one with --officer: "
                        + list(matching, true));
        };
    }

    private String nobody(String department, String role, Optional<String> officer) {
        List<IdentityEntry> sameRole =
                select(entry -> entry.role().equals(role) && entry.department().equals(department));
        if (!sameRole.isEmpty()) {
            return officer.orElse("") + " does not hold " + role + " in " + department + "; these do: "
                    + list(sameRole, true);
        }
        List<IdentityEntry> elsewhere = select(entry -> entry.role().equals(role));
        if (!elsewhere.isEmpty()) {
            return "Nobody holds " + role + " in " + department + "; it is held in: " + list(elsewhere, false);
        }
        List<IdentityEntry> here = select(entry -> entry.department().equals(department));
        return here.isEmpty()
                ? "There is no department " + department + "; there are: " + list(identities, false)
                : "There is no role " + role + " in " + department + "; there are: "
                        + here.stream().map(IdentityEntry::role).distinct().collect(Collectors.joining(", "));
    }

    private List<IdentityEntry> select(Predicate<IdentityEntry> wanted) {
        return identities.stream().filter(wanted).toList();
    }

    private static String list(List<IdentityEntry> entries, boolean people) {
        return entries.stream()
                .map(entry -> people
                        ? entry.staff().orElse(entry.subject())
                                + entry.town()
                                        .map(town -> " (town " + town + ")")
                                        .orElse("")
                        : entry.department())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
