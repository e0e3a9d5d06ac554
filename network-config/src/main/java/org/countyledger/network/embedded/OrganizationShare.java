package org.countyledger.network.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.countyledger.client.IdentityEntry;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.network.CountyException;
import org.countyledger.network.authority.ClientEntries;
import org.countyledger.network.authority.TokenIssuer;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.NodeRuntime;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.fabric.FabricNetwork;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;
import org.countyledger.network.settings.SettingsFiles;

/**
 * What one organisation needs on its own host: its own keys, what everybody may know of the others, and settings. It is a
 * county's directory, in which {@code county up} starts what is that organisation's.
 */
final class OrganizationShare {
    private final CountyDirectory whole;
    private final Inventory inventory;
    private final CountyDirectory share;

    /**
     * Of a county with everybody's keys.
     *
     * @param share where it is to stand, here and on the organisation's host: settings name files by this path
     */
    OrganizationShare(CountyDirectory whole, Inventory inventory, CountyDirectory share) {
        this.whole = whole;
        this.inventory = inventory;
        this.share = share;
    }

    void write(String mspId, Purpose purpose, NodeRuntime runtime) {
        if (Files.exists(share.root())) {
            throw new CountyException(share + " is there already: name a new directory with --out");
        }
        try {
            PrivateFiles.directory(share.root());
            copy(whole.inventory(), share.inventory());
            copy(whole.channel(), share.channel());
            for (Organization organization : inventory.organizations()) {
                keys(organization.mspId(), organization.mspId().equals(mspId));
            }
            identities(mspId);
            TokenIssuer.create(share);
            for (Path part : List.of(share.run(), share.log(), share.data())) {
                PrivateFiles.directory(part);
            }
            new FabricNetwork(inventory, share, runtime).writeSettings();
            new SettingsFiles(share).writeContracts(inventory);
            PrivateFiles.write(
                    share.countyFile(), CountyFile.fabric(purpose, runtime).write());
        } catch (IOException e) {
            throw new CountyException(share + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Everything of its own; of another organisation the certificates that anybody on the channel can see. */
    private void keys(String mspId, boolean isOwn) throws IOException {
        OrganizationDirectory from = whole.organization(mspId);
        OrganizationDirectory to = share.organization(mspId);
        if (isOwn) {
            copy(from.root(), to.root());
        } else {
            copy(from.msp(), to.msp());
            copy(from.tlsRoot(), to.tlsRoot());
        }
    }

    private void identities(String mspId) throws IOException {
        List<IdentityEntry> own = ClientEntries.of(whole, mspId);
        for (IdentityEntry entry : own) {
            copy(whole.identities().resolve(entry.subject()), share.identities().resolve(entry.subject()));
        }
        PrivateFiles.write(share.identitiesFile(), CanonicalJson.write(own));
        if (own.stream().anyMatch(entry -> entry.role().equals(Role.ORACLE_NODE.name()))) {
            copy(whole.adapter(), share.adapter());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = file.equals(from) ? to : to.resolve(from.relativize(file));
                PrivateFiles.directory(target.resolveSibling("."));
                PrivateFiles.write(target, Files.readAllBytes(file));
            }
        }
        if (Files.isDirectory(from)) {
            PrivateFiles.directory(to.resolve("."));
        }
    }
}
