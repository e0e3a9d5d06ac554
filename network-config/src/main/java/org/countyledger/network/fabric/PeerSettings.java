package org.countyledger.network.fabric;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.inventory.Organization;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What one organisation's peer reads. */
record PeerSettings(FabricFiles files, Organization organization) {
    /** Names the file that the release script gives to the peer. */
    static final String CONNECTION = "COUNTY_CONNECTION";

    void write() throws IOException {
        Path folder = PrivateFiles.directory(files.settings(organization.mspId(), FabricFiles.PEER));
        PrivateFiles.directory(files.data(organization.mspId(), FabricFiles.PEER));
        PrivateFiles.write(folder.resolve("core.yaml"), core());
        byte[] connection = connection();
        PrivateFiles.write(files.connection(organization.mspId()), connection);
        for (Path released : files.released(organization.mspId())) {
            PrivateFiles.write(released, connection);
        }
    }

    private OrganizationDirectory directory() {
        return files.county().organization(organization.mspId());
    }

    private byte[] core() {
        String mspId = organization.mspId();
        Path tls = directory().nodeTls(FabricFiles.PEER);
        String address = organization.peerAddress();
        NodeSettings settings = NodeSettings.common("core.yaml")
                .with("peer.id", "peer." + mspId)
                .with("peer.listenAddress", address)
                .with("peer.address", address)
                .with("peer.localMspId", mspId)
                .with("peer.mspConfigPath", directory().nodeMsp(FabricFiles.PEER))
                .with("peer.fileSystemPath", files.data(mspId, FabricFiles.PEER))
                .with("peer.gossip.bootstrap", address)
                .with("peer.gossip.externalEndpoint", address)
                .with("peer.tls.cert.file", tls.resolve("cert.pem"))
                .with("peer.tls.key.file", tls.resolve("key.pem"))
                .with("peer.tls.rootcert.file", tls.resolve("ca.pem"))
                .with(
                        "operations.listenAddress",
                        organization.host() + ":" + organization.nodePorts().peerOperations());
        ObjectNode builder = settings.list("chaincode.externalBuilders").addObject();
        builder.put("name", "county").put("path", files.builder().toString());
        builder.putArray("propagateEnvironment").add(CONNECTION);
        return settings.yaml();
    }

    /** Both sides show certificates of the organisation's own TLS authority. */
    private byte[] connection() throws IOException {
        Path tls = directory().nodeTls(FabricFiles.PEER);
        Map<String, Object> connection = new LinkedHashMap<>();
        connection.put("address", organization.chaincodeAddress());
        connection.put("dial_timeout", "10s");
        connection.put("tls_required", true);
        connection.put("client_auth_required", true);
        connection.put("client_cert", text(tls.resolve("cert.pem")));
        connection.put("client_key", text(tls.resolve("key.pem")));
        connection.put("root_cert", text(tls.resolve("ca.pem")));
        return new JsonMapper().writeValueAsBytes(connection);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
