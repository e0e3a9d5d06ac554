package org.countyledger.network.directory;

import java.nio.file.Path;

/** One organisation's part of {@code crypto/}. */
public record OrganizationDirectory(Path root) {
    /** Enrolment authority. */
    public Path authority() {
        return root.resolve("ca");
    }

    public Path tlsAuthority() {
        return root.resolve("tlsca");
    }

    /** PEM of the authority that clients trust for TLS. */
    public Path tlsRoot() {
        return tlsAuthority().resolve("cert.pem");
    }

    /** The organisation's public MSP folder. */
    public Path msp() {
        return root.resolve("msp");
    }

    /** MSP folder with the key of a node: peer, orderer or admin. */
    public Path nodeMsp(String node) {
        return root.resolve(node).resolve("msp");
    }

    /** TLS files of a node: peer, orderer, chaincode or admin. */
    public Path nodeTls(String node) {
        return root.resolve(node).resolve("tls");
    }
}
