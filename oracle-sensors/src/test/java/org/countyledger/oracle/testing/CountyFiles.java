package org.countyledger.oracle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;

/** A county's directory as the {@code county} command lays it out, for a throw-away network. */
final class CountyFiles {
    private final Path directory;
    private final KeyPair adapter;

    CountyFiles(Path directory) {
        this.directory = directory;
        try {
            this.adapter = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Path identities() {
        return directory.resolve("identities/identities.json");
    }

    Path adapterKey() {
        return directory.resolve("identities/adapter/key.pem");
    }

    Path issuerKeys() {
        return directory.resolve("issuer/jwks.json");
    }

    Path tlsRoot(String mspId) {
        return directory.resolve("crypto").resolve(mspId).resolve("tlsca/cert.pem");
    }

    /** Base64 of the adapter's SubjectPublicKeyInfo. */
    String adapterSpki() {
        return Base64.getEncoder().encodeToString(adapter.getPublic().getEncoded());
    }

    void write(ThrowawayNetwork network, Issuer issuer) {
        for (Officer officer : Officer.values()) {
            ThrowawayIdentity identity =
                    network.organization(officer.mspId()).client(officer.subject(), officer.attributes());
            write(
                    directory.resolve(officer.entry().certificate()),
                    identity.certificatePem().toByteArray());
            write(
                    directory.resolve(officer.entry().privateKey().orElseThrow()),
                    identity.privateKeyPem().toByteArray());
        }
        write(
                identities(),
                CanonicalJson.write(
                        Arrays.stream(Officer.values()).map(Officer::entry).toList()));
        write(issuerKeys(), issuer.publicKeys().getBytes(StandardCharsets.UTF_8));
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(adapter.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        write(adapterKey(), pem.getBytes(StandardCharsets.US_ASCII));
        network.mspIds()
                .forEach(mspId -> write(
                        tlsRoot(mspId), network.organization(mspId).tlsRoot().toByteArray()));
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
