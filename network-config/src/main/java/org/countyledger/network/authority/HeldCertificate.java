package org.countyledger.network.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.countyledger.client.IdentityEntry;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.directory.PrivateFiles;

/**
 * A certificate of a node or client in a county's directory.
 *
 * @param authority folder of whoever issued it
 * @param validity what such a certificate usually has
 * @param isOfSigning whether its holder signs for the organisation, rather than shows it for TLS
 */
record HeldCertificate(String mspId, Path certificate, Path key, Path authority, Period validity, boolean isOfSigning) {
    private static final String CERTIFICATE = "cert.pem";
    private static final String KEY = "key.pem";

    /** All whose authority's key is here, too. */
    static List<HeldCertificate> of(CountyDirectory county) throws IOException {
        List<HeldCertificate> all = new ArrayList<>();
        for (Path folder : folders(county.crypto())) {
            OrganizationDirectory organization = new OrganizationDirectory(folder);
            if (Files.exists(organization.authority().resolve(KEY))) {
                all.addAll(of(county, folder.getFileName().toString(), organization));
            }
        }
        return all;
    }

    private static List<HeldCertificate> of(CountyDirectory county, String mspId, OrganizationDirectory organization)
            throws IOException {
        List<HeldCertificate> all = new ArrayList<>();
        for (Path node : folders(organization.root())) {
            Path msp = node.resolve("msp");
            add(all, mspId, msp.resolve("signcerts"), msp.resolve("keystore"), organization.authority(), true);
            add(all, mspId, node.resolve("tls"), node.resolve("tls"), organization.tlsAuthority(), false);
        }
        for (IdentityEntry client : ClientEntries.of(county, mspId)) {
            all.add(new HeldCertificate(
                    mspId,
                    county.root().resolve(client.certificate()),
                    key(county, client),
                    organization.authority(),
                    CertificateRequest.OFFICER_VALIDITY,
                    true));
        }
        return all;
    }

    /** Of an officer who signs by an own key it lies beside the county's, until the officer takes it away. */
    private static Path key(CountyDirectory county, IdentityEntry client) {
        return client.privateKey()
                .map(county.root()::resolve)
                .orElseGet(() -> county.ownKeys().resolve(client.subject()).resolve(KEY));
    }

    private static void add(
            List<HeldCertificate> all,
            String mspId,
            Path certificates,
            Path keys,
            Path authority,
            boolean isOfSigning) {
        if (Files.exists(certificates.resolve(CERTIFICATE))) {
            all.add(new HeldCertificate(
                    mspId,
                    certificates.resolve(CERTIFICATE),
                    keys.resolve(KEY),
                    authority,
                    CertificateRequest.NODE_VALIDITY,
                    isOfSigning));
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The common name of its subject: {@code peer.AuditMSP}, {@code AuditMSP.SYSTEM_TIMER}. */
    String name() {
        X500Name subject =
                X500Name.getInstance(content().getSubjectX500Principal().getEncoded());
        return IETFUtils.valueToString(subject.getRDNs(BCStyle.CN)[0].getFirst().getValue());
    }

    X509Certificate content() {
        return Expiry.read(certificate);
    }

    boolean endsBefore(Instant limit) {
        return Expiry.of(certificate).end().isBefore(limit);
    }

    Credential credential() throws IOException {
        return Credential.read(certificate, key);
    }

    CertificateAuthority issuer(Instant now) throws IOException {
        return new CertificateAuthority(Credential.read(authority.resolve(CERTIFICATE), authority.resolve(KEY)), now);
    }

    /** The key first: a certificate without its key is of no use, and the same renewal again mends it. */
    void replace(Credential fresh) throws IOException {
        PrivateFiles.write(key, fresh.keyPem());
        PrivateFiles.write(certificate, fresh.certificatePem());
    }
}
