package org.countyledger.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;

/** The identities that a process may sign with, by subject. */
public final class ClientIdentities {
    private final Map<String, ClientIdentity> bySubject;

    public ClientIdentities(Collection<ClientIdentity> identities) {
        Map<String, ClientIdentity> map = new LinkedHashMap<>();
        for (ClientIdentity identity : identities) {
            if (map.put(identity.subject(), identity) != null) {
                throw new IdentityException("The identity " + identity.subject() + " is there twice");
            }
        }
        this.bySubject = Collections.unmodifiableMap(map);
    }

    /**
     * Reads {@code DIR/identities/identities.json}; paths in it are relative to DIR.
     *
     * @throws IdentityException if anything in it is missing or malformed
     */
    public static ClientIdentities load(Path identitiesFile) {
        return load(identitiesFile, entry -> true);
    }

    /** Reads only the identities that this process is to have. */
    public static ClientIdentities load(Path identitiesFile, Predicate<IdentityEntry> wanted) {
        Path directory = county(identitiesFile);
        return new ClientIdentities(read(identitiesFile).stream()
                .filter(wanted)
                .map(entry -> ClientIdentity.load(entry, directory))
                .toList());
    }

    private static Path county(Path identitiesFile) {
        Path parent = identitiesFile.toAbsolutePath().getParent();
        Path county = parent == null ? null : parent.getParent();
        if (county == null) {
            throw new IdentityException(identitiesFile + " is not inside a county directory");
        }
        return county;
    }

    private static List<IdentityEntry> read(Path file) {
        try {
            return Arrays.asList(CanonicalJson.read(Files.readAllBytes(file), IdentityEntry[].class));
        } catch (IOException | MalformedJson e) {
            throw new IdentityException(file + " cannot be read", e);
        }
    }

    public Collection<ClientIdentity> all() {
        return bySubject.values();
    }

    public Optional<ClientIdentity> find(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /**
     * The identity of this subject.
     *
     * @throws IdentityException if this process does not have it
     */
    public ClientIdentity get(String subject) {
        return find(subject).orElseThrow(() -> new IdentityException("No identity " + subject));
    }

    /** Any identity that can sign: every member of an organisation may read blocks. */
    ClientIdentity reader() {
        return bySubject.values().stream()
                .filter(ClientIdentity::hasKey)
                .findFirst()
                .orElseThrow(() -> new IdentityException("No identity at all"));
    }
}
