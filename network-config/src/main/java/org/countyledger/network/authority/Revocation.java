package org.countyledger.network.authority;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.directory.PrivateFiles;

/** Puts identities on their organisation's list of revoked ones; they count as revoked once the channel has the list. */
public final class Revocation {
    private static final String LIST = "crl.pem";
    private static final List<String> NODES = List.of("peer", "orderer", "admin");

    private final CountyDirectory county;

    public Revocation(CountyDirectory county) {
        this.county = county;
    }

    /**
     * Revokes the certificate that somebody has now; one that is renewed later on a new key is another.
     *
     * @param name common name of the subject
     * @return the organisation whose list it is
     */
    public String revoke(String name, Instant now) {
        try {
            HeldCertificate revoked = HeldCertificate.of(county).stream()
                    .filter(certificate ->
                            certificate.isOfSigning() && certificate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CountyException("Nobody here signs as " + name
                            + "; names are like peer.AuditMSP or AuditMSP.SYSTEM_TIMER"));
            OrganizationDirectory organization = county.organization(revoked.mspId());
            X509CRL list = revoked.issuer(now)
                    .revoking(read(file(organization.msp())), revoked.content().getSerialNumber());
            write(organization.msp(), list);
            for (String node : NODES) {
                write(organization.nodeMsp(node), list);
            }
            return revoked.mspId();
        } catch (IOException | CRLException | CertificateException e) {
            throw new CountyException(name + " cannot be revoked: " + e.getMessage(), e);
        }
    }

    private static Path file(Path msp) {
        return msp.resolve("crls").resolve(LIST);
    }

    private static Optional<X509CRL> read(Path file) throws IOException, CRLException, CertificateException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of((X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in));
        }
    }

    private static void write(Path msp, X509CRL list) throws IOException {
        PrivateFiles.directory(msp.resolve("crls"));
        PrivateFiles.write(file(msp), Credential.pem(list));
    }
}
