package org.countyledger.network.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.inventory.Client;
import org.countyledger.network.inventory.Organization;

/** An organisation's two authorities: one for everybody who signs, one for TLS. */
final class OrganizationAuthority {
    private static final List<String> SIGNING_NODES = List.of("peer", "orderer", "admin");
    private static final List<String> TLS_NODES = List.of("peer", "orderer", "chaincode", "admin");

    private final Organization organization;
    private final CertificateAuthority enrolment;
    private final CertificateAuthority tls;

    OrganizationAuthority(Organization organization, Instant now) {
        this.organization = organization;
        this.enrolment = new CertificateAuthority("ca." + organization.mspId(), now);
        this.tls = new CertificateAuthority("tlsca." + organization.mspId(), now);
    }

    /** Writes both authorities, the MSP folder and every node's keys. */
    void write(OrganizationDirectory directory) throws IOException {
        write(enrolment.own(), directory.authority());
        write(tls.own(), directory.tlsAuthority());
        MspFolders folders = new MspFolders(enrolment.own(), tls.own());
        folders.writePublic(directory.msp());
        for (String node : SIGNING_NODES) {
            folders.writeNode(directory.nodeMsp(node), enrolment.issue(CertificateRequest.node(name(node), node)));
        }
        for (String node : TLS_NODES) {
            writeTls(directory.nodeTls(node), name(node));
        }
    }

    private String name(String node) {
        return node + "." + organization.mspId();
    }

    private void writeTls(Path directory, String commonName) throws IOException {
        List<String> hosts = Stream.of(organization.host(), "localhost", "127.0.0.1")
                .distinct()
                .toList();
        write(tls.issue(CertificateRequest.tls(commonName, hosts)), directory);
        PrivateFiles.write(directory.resolve("ca.pem"), tls.own().certificatePem());
    }

    /** A client certificate whose attributes say what its holder may do. */
    Credential issue(Client client) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("role", client.role().name());
        attributes.put("dept", client.department());
        client.staff().ifPresent(staff -> attributes.put("staff", staff));
        client.town().ifPresent(town -> attributes.put("town", town));
        client.grid().ifPresent(grid -> attributes.put("grid", grid));
        return enrolment.issue(CertificateRequest.client(client.subject(), attributes));
    }

    static void write(Credential credential, Path directory) throws IOException {
        write(credential, directory, directory);
    }

    /** The key where only its holder looks. */
    static void write(Credential credential, Path directory, Path keys) throws IOException {
        PrivateFiles.directory(directory);
        PrivateFiles.write(directory.resolve("cert.pem"), credential.certificatePem());
        PrivateFiles.directory(keys);
        PrivateFiles.write(keys.resolve("key.pem"), credential.keyPem());
    }
}
