package org.countyledger.network.fabric;

import java.io.IOException;
import java.nio.file.Path;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.inventory.NodePorts;
import org.countyledger.network.inventory.Organization;

/** What one organisation's orderer reads. */
record OrdererSettings(FabricFiles files, Organization organization) {
    void write() throws IOException {
        Path folder = PrivateFiles.directory(files.settings(organization.mspId(), FabricFiles.ORDERER));
        PrivateFiles.directory(data());
        PrivateFiles.write(folder.resolve("orderer.yaml"), yaml());
    }

    private Path data() {
        return files.data(organization.mspId(), FabricFiles.ORDERER);
    }

    private byte[] yaml() {
        OrganizationDirectory directory = files.county().organization(organization.mspId());
        Path tls = directory.nodeTls(FabricFiles.ORDERER);
        NodePorts ports = organization.nodePorts();
        return NodeSettings.common("orderer.yaml")
                .with("General.ListenAddress", organization.host())
                .with("General.ListenPort", organization.ordererPort())
                .with("General.LocalMSPID", organization.mspId())
                .with("General.LocalMSPDir", directory.nodeMsp(FabricFiles.ORDERER))
                .with("General.TLS.Certificate", tls.resolve("cert.pem"))
                .with("General.TLS.PrivateKey", tls.resolve("key.pem"))
                .withList("General.TLS.RootCAs", tls.resolve("ca.pem"))
                .with("FileLedger.Location", data().resolve("blocks"))
                .with("Consensus.WALDir", data().resolve("wal"))
                .with("Consensus.SnapDir", data().resolve("snapshots"))
                .with("Admin.ListenAddress", organization.host() + ":" + ports.ordererAdmin())
                .with("Admin.TLS.Certificate", tls.resolve("cert.pem"))
                .with("Admin.TLS.PrivateKey", tls.resolve("key.pem"))
                .withList("Admin.TLS.ClientRootCAs", tls.resolve("ca.pem"))
                .with("Operations.ListenAddress", organization.host() + ":" + ports.ordererOperations())
                .yaml();
    }
}
