package org.countyledger.embedded.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countyledger.embedded.channel.TlsMaterial;

/** {@code ledger.json} of throw-away organisations with all the files it names, for a ledger that is a process. */
public final class SettingsOnDisk {
    private final Path directory;
    private final JsonObject json = new JsonObject();
    private final JsonArray organizations = new JsonArray();
    private final JsonArray chaincodes = new JsonArray();

    /** Everything lies below {@code directory}; the ledger's own directory too. */
    public SettingsOnDisk(Path directory, List<ThrowawayOrganization> members) throws IOException {
        this.directory = directory;
        json.addProperty("channel", "county");
        json.addProperty("directory", ledgerDirectory().toString());
        for (ThrowawayOrganization member : members) {
            organizations.add(organization(member));
        }
        json.add("organizations", organizations);
        json.add("chaincodes", chaincodes);
    }

    public Path ledgerDirectory() {
        return directory.resolve("ledger");
    }

    /** The JSON itself, for a test that spoils it. */
    public JsonObject json() {
        return json;
    }

    /** A chaincode that every organisation of {@code addresses} (MSP id, host:port) serves without TLS. */
    public SettingsOnDisk chaincode(String name, String policy, String packageId, List<String[]> addresses) {
        JsonArray endpoints = new JsonArray();
        for (String[] address : addresses) {
            JsonObject endpoint = new JsonObject();
            endpoint.addProperty("mspId", address[0]);
            endpoint.addProperty("address", address[1]);
            endpoints.add(endpoint);
        }
        JsonObject chaincode = new JsonObject();
        chaincode.addProperty("name", name);
        chaincode.addProperty("version", "1.0");
        chaincode.addProperty("sequence", 1);
        chaincode.addProperty("policy", policy);
        chaincode.addProperty("packageId", packageId);
        chaincode.add("endpoints", endpoints);
        chaincodes.add(chaincode);
        return this;
    }

    /** Writes the settings file. */
    public Path write() throws IOException {
        return Files.writeString(directory.resolve("ledger.json"), json.toString());
    }

    private JsonObject organization(ThrowawayOrganization member) throws IOException {
        Path home = directory.resolve(member.mspId());
        mspFolder(home.resolve("msp"), member);
        JsonObject organization = new JsonObject();
        organization.addProperty("mspId", member.mspId());
        organization.addProperty("mspDir", home.resolve("msp").toString());
        organization.addProperty("peerMspDir", identity(home.resolve("peer"), member.peer()));
        organization.addProperty("ordererMspDir", identity(home.resolve("orderer"), member.orderer()));
        organization.addProperty("host", "127.0.0.1");
        organization.addProperty("peerPort", 0);
        organization.add("peerTls", tls(home.resolve("tls"), member.tlsMaterial("peer." + member.mspId())));
        return organization;
    }

    private static void mspFolder(Path folder, ThrowawayOrganization member) throws IOException {
        file(folder, "cacerts/ca.pem", member.msp().getRootCerts(0));
        file(folder, "tlscacerts/ca.pem", member.tlsRoot());
        StringBuilder units = new StringBuilder("NodeOUs:\n  Enable: true\n");
        for (String role : List.of("Client", "Peer", "Admin", "Orderer")) {
            units.append("  ")
                    .append(role)
                    .append("OUIdentifier:\n    Certificate: cacerts/ca.pem\n    OrganizationalUnitIdentifier: ")
                    .append(role.toLowerCase(java.util.Locale.ROOT))
                    .append('\n');
        }
        file(folder, "config.yaml", ByteString.copyFromUtf8(units.toString()));
    }

    private static String identity(Path folder, ThrowawayIdentity identity) throws IOException {
        file(folder, "signcerts/cert.pem", identity.certificatePem());
        file(folder, "keystore/key.pem", identity.privateKeyPem());
        return folder.toString();
    }

    private static JsonObject tls(Path folder, TlsMaterial material) throws IOException {
        JsonObject tls = new JsonObject();
        tls.addProperty("certificate", file(folder, "cert.pem", material.certificate()));
        tls.addProperty("privateKey", file(folder, "key.pem", material.privateKey()));
        tls.addProperty("rootCertificates", file(folder, "ca.pem", material.rootCertificates()));
        return tls;
    }

    private static String file(Path folder, String name, ByteString content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content.toByteArray()).toString();
    }
}
