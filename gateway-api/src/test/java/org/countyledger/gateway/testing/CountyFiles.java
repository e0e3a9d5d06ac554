package org.countyledger.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.countyledger.client.IdentityEntry;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;

/** A county's directory as the {@code county} command lays it out, for a throw-away network. */
final class CountyFiles {
    private static final List<Officer> OFFICERS = List.of(
            Officer.CLERK,
            Officer.SECOND_CLERK,
            Officer.OTHER_TOWN,
            Officer.OWN_KEY,
            Officer.OTHER_OWN_KEY,
            Officer.TOWN_LEAD,
            Officer.DECIDER,
            Officer.EDUCATION_DECIDER,
            Officer.POLICY,
            Officer.RATIFIER,
            Officer.REGISTRAR,
            Officer.AUDITOR,
            Officer.SUPERVISOR,
            Officer.MODEL_AUTHOR,
            Officer.MODEL_VALIDATOR,
            Officer.MODEL_SPONSOR,
            Officer.SECOND_SPONSOR,
            Officer.AUDIT_LEAD,
            Officer.SCORING_NODE,
            Officer.INSTALLER);
    private static final String INVENTORY = """
            county: {code: "330183"}
            departments:
              - {id: civil-affairs, organization: CivilAffairsMSP, name: {zh: 民政局, en: Civil Affairs Bureau}}
              - {id: petitions, organization: GovernanceMSP, name: {zh: 信访局, en: Petitions Bureau}}
            """;

    private final Path directory;

    CountyFiles(Path directory) {
        this.directory = directory;
    }

    Path identities() {
        return directory.resolve("identities/identities.json");
    }

    Path issuerKeys() {
        return directory.resolve("issuer/jwks.json");
    }

    Path inventory() {
        return directory.resolve("inventory.yaml");
    }

    Path tlsRoot(String mspId) {
        return directory.resolve("crypto").resolve(mspId).resolve("tlsca/cert.pem");
    }

    void write(ThrowawayNetwork network, Issuer issuer) {
        List<IdentityEntry> entries = new ArrayList<>();
        Stream.concat(OFFICERS.stream(), machines(network)).forEach(officer -> {
            entries.add(officer.entry());
            identity(network, officer);
        });
        write(identities(), CanonicalJson.write(entries));
        write(issuerKeys(), issuer.publicKeys().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        write(inventory(), INVENTORY.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        network.mspIds()
                .forEach(mspId -> write(
                        tlsRoot(mspId), network.organization(mspId).tlsRoot().toByteArray()));
    }

    private static Stream<Officer> machines(ThrowawayNetwork network) {
        return network.mspIds().stream()
                .flatMap(mspId ->
                        Stream.of("CONDUIT", "SYSTEM_TIMER").map(role -> Officer.machine(mspId, "none", role)));
    }

    private void identity(ThrowawayNetwork network, Officer officer) {
        ThrowawayIdentity identity =
                network.organization(officer.mspId()).client(officer.subject(), officer.attributes());
        write(
                directory.resolve(officer.entry().certificate()),
                identity.certificatePem().toByteArray());
        write(key(officer), identity.privateKeyPem().toByteArray());
    }

    /** The key, wherever it is kept. */
    Path key(Officer officer) {
        return directory.resolve(officer.entry().privateKey().orElse("own-keys/" + officer.subject() + "/key.pem"));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
