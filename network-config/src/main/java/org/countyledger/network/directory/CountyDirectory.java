package org.countyledger.network.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;

/** Where everything of one county is; docs/architecture/wiring.md has the same tree. */
public record CountyDirectory(Path root) {
    public CountyDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** What the directory is; empty where it is no county. */
    public Optional<CountyFile> county() {
        return CountyFile.read(countyFile());
    }

    public Path countyFile() {
        return root.resolve("county.json");
    }

    public Path inventory() {
        return root.resolve("inventory.yaml");
    }

    /** An organisation's authorities and the identities of its nodes. */
    public OrganizationDirectory organization(String mspId) {
        return new OrganizationDirectory(crypto().resolve(mspId));
    }

    /** Whether an organisation's own keys stand here; of others there is only what everybody may know. */
    public boolean isHere(String mspId) {
        return Files.isDirectory(organization(mspId).nodeMsp("peer"));
    }

    public Path crypto() {
        return root.resolve("crypto");
    }

    public Path identities() {
        return root.resolve("identities");
    }

    public Path identitiesFile() {
        return identities().resolve("identities.json");
    }

    /** Keys that are handed to officers who sign for themselves: no process of the county reads them. */
    public Path ownKeys() {
        return root.resolve("own-keys");
    }

    /** Signs what file and JSON adapters read; Ed25519. */
    public Path adapterKey() {
        return adapter().resolve("key.pem");
    }

    public Path adapter() {
        return identities().resolve("adapter");
    }

    public Path issuer() {
        return root.resolve("issuer");
    }

    /** Public keys of whoever may issue bearer tokens. */
    public Path issuerKeys() {
        return issuer().resolve("jwks.json");
    }

    /** Files of registered risk models, each under the name of its model. */
    public Path models() {
        return root.resolve("models");
    }

    /** Whether a model was registered from here: then there is something to score by. */
    public boolean hasModels() {
        if (!Files.isDirectory(models())) {
            return false;
        }
        try (Stream<Path> files = Files.list(models())) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new CountyException(models() + " cannot be read: " + e.getMessage(), e);
        }
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path log() {
        return root.resolve("log");
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path ledgerData() {
        return data().resolve("ledger");
    }

    /** Block 0 and the contract's package: what every organisation of a Fabric network has the same of. */
    public Path channel() {
        return root.resolve("channel");
    }

    /** A hidden path next to the directory, for what must not be in it. */
    public Path beside(String suffix) {
        return root.resolveSibling("." + root.getFileName() + "." + suffix);
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
