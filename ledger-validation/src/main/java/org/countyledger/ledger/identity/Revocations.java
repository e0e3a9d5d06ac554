package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;

/** Revocation lists of one MSP; a revocation counts from the configuration that brings it, whatever date it states. */
final class Revocations {
    private final List<X509CRL> lists;

    private Revocations(List<X509CRL> lists) {
        this.lists = lists;
    }

    static Revocations parse(List<ByteString> encoded) throws IdentityException {
        List<X509CRL> lists = new ArrayList<>();
        for (ByteString bytes : encoded) {
            byte[] der = Pem.firstBlock(bytes).orElseGet(bytes::toByteArray);
            try {
                CertificateFactory factory = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
                if (!(factory.generateCRL(new ByteArrayInputStream(der)) instanceof X509CRL list)) {
                    throw new IdentityException("could not parse RevocationList");
                }
                lists.add(list);
            } catch (CertificateException | CRLException | RuntimeException e) {
                throw new IdentityException("could not parse RevocationList", e);
            }
        }
        return new Revocations(lists);
    }

    /** Whether a list that the issuer signed names the certificate. */
    boolean revoke(X509Certificate certificate, X509Certificate issuer) throws IdentityException {
        if (lists.isEmpty()) {
            return false;
        }
        ByteString issuerKeyId = CertificateFields.subjectKeyId(issuer)
                .orElseThrow(() -> new IdentityException("could not obtain Subject Key Identifier for signer cert"));
        for (X509CRL list : lists) {
            byte[] extension = list.getExtensionValue(Extension.authorityKeyIdentifier.getId());
            if (extension == null) {
                throw new IdentityException("could not obtain Authority Key Identifier for crl");
            }
            Optional<ByteString> keyId = CertificateFields.authorityKeyId(extension);
            if (keyId.isPresent()
                    && keyId.get().equals(issuerKeyId)
                    && list.getRevokedCertificate(certificate.getSerialNumber()) != null
                    && isSignedBy(list, issuer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey(), BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
