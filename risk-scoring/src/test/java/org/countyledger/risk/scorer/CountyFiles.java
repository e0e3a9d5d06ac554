package org.countyledger.risk.scorer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.RiskModel;

/** A county's directory as the {@code county} command lays it out, for a throw-away network. */
final class CountyFiles {
    private final Path directory;

    CountyFiles(Path directory) {
        this.directory = directory;
    }

    Path identities() {
        return directory.resolve("identities/identities.json");
    }

    Path tlsRoot(String mspId) {
        return directory.resolve("crypto").resolve(mspId).resolve("tlsca/cert.pem");
    }

    Path models() {
        return directory.resolve("models");
    }

    Path log() {
        return directory.resolve("scorer.log");
    }

    void write(ThrowawayNetwork network) {
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
        network.mspIds()
                .forEach(mspId -> write(
                        tlsRoot(mspId), network.organization(mspId).tlsRoot().toByteArray()));
    }

    void put(RiskModel model) {
        write(models().resolve(model.header().name() + ".model"), ModelFile.bytes(model));
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
