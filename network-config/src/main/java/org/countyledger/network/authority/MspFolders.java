package org.countyledger.network.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.countyledger.network.directory.PrivateFiles;

/** Writes Fabric's MSP folders, with organisational units that say what a certificate is for. */
final class MspFolders {
    private static final String NODE_OUS = """
            NodeOUs:
              Enable: true
              ClientOUIdentifier:
                Certificate: cacerts/ca.pem
                OrganizationalUnitIdentifier: client
              PeerOUIdentifier:
                Certificate: cacerts/ca.pem
                OrganizationalUnitIdentifier: peer
              AdminOUIdentifier:
                Certificate: cacerts/ca.pem
                OrganizationalUnitIdentifier: admin
              OrdererOUIdentifier:
                Certificate: cacerts/ca.pem
                OrganizationalUnitIdentifier: orderer
            """;

    private final byte[] root;
    private final byte[] tlsRoot;

    MspFolders(Credential enrolment, Credential tls) {
        this.root = enrolment.certificatePem();
        this.tlsRoot = tls.certificatePem();
    }

    void writePublic(Path folder) throws IOException {
        write(folder, "cacerts", "ca.pem", root);
        write(folder, "tlscacerts", "ca.pem", tlsRoot);
        PrivateFiles.directory(folder.resolve("crls"));
        PrivateFiles.write(folder.resolve("config.yaml"), NODE_OUS.getBytes(StandardCharsets.UTF_8));
    }

    void writeNode(Path folder, Credential node) throws IOException {
        writePublic(folder);
        write(folder, "signcerts", "cert.pem", node.certificatePem());
        write(folder, "keystore", "key.pem", node.keyPem());
    }

    private static void write(Path folder, String part, String file, byte[] content) throws IOException {
        PrivateFiles.write(PrivateFiles.directory(folder.resolve(part)).resolve(file), content);
    }
}
