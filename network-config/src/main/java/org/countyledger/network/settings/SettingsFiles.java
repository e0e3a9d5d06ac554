package org.countyledger.network.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;

/** The settings files in {@code run/}: one for each process, all of them private because some hold passwords. */
public final class SettingsFiles {
    private final CountyDirectory directory;

    public SettingsFiles(CountyDirectory directory) {
        this.directory = directory;
    }

    public Path ledger() {
        return directory.run().resolve("ledger.json");
    }

    public Path chaincode(String mspId) {
        return directory.run().resolve("chaincode-" + mspId + ".json");
    }

    /** The package that an organisation's contract process was told to run; empty where it was told nothing yet. */
    public Optional<String> packageId(String mspId) {
        Path file = chaincode(mspId);
        return Files.exists(file) ? Optional.of(Json.text(file, "packageId")) : Optional.empty();
    }

    public Path gateway() {
        return service("gateway");
    }

    public Path oracle() {
        return service("oracle");
    }

    public Path scorer() {
        return service("scorer");
    }

    public Path watcher() {
        return service("watcher");
    }

    /** Of the Spring Boot service of this name. */
    public Path service(String name) {
        return directory.run().resolve(name + ".yaml");
    }

    /** Those of the contract's processes whose organisations are here. */
    public void writeContracts(Inventory inventory) throws IOException {
        for (Organization organization : inventory.organizations()) {
            String mspId = organization.mspId();
            if (directory.isHere(mspId)) {
                PrivateFiles.write(
                        chaincode(mspId),
                        Json.json(ChaincodeFile.of(inventory, organization, directory.organization(mspId))));
            }
        }
    }

    /** Renders all of them anew; a process that runs keeps what it has read. */
    public void write(Inventory inventory, Database database) throws IOException {
        PrivateFiles.directory(directory.run());
        PrivateFiles.write(ledger(), Json.json(LedgerFile.of(inventory, directory)));
        writeContracts(inventory);
        PrivateFiles.write(gateway(), Json.yaml(ServiceFile.gateway(inventory, directory, database)));
        PrivateFiles.write(oracle(), Json.yaml(ServiceFile.oracle(inventory, directory, database)));
        PrivateFiles.write(scorer(), Json.yaml(ServiceFile.scorer(inventory, directory, database)));
        Optional<ServiceFile> watcher = ServiceFile.watcher(inventory, directory, database);
        if (watcher.isPresent()) {
            PrivateFiles.write(watcher(), Json.yaml(watcher.get()));
        }
    }
}
