package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;

/** Fields of certificates that the JDK's interface does not show. */
final class CertificateFields {
    private CertificateFields() {}

    /** Every value of the subject's OU attribute, in order. */
    static List<String> organizationalUnits(X509Certificate certificate) {
        List<String> units = new ArrayList<>();
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        for (RDN rdn : subject.getRDNs()) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                if (attribute.getType().equals(BCStyle.OU)) {
                    units.add(attribute.getValue() instanceof ASN1String text ? text.getString() : "");
                }
            }
        }
        return units;
    }

    static Optional<ByteString> subjectKeyId(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (extension == null) {
            return Optional.empty();
        }
        byte[] inner = ASN1OctetString.getInstance(extension).getOctets();
        return Optional.of(
                ByteString.copyFrom(ASN1OctetString.getInstance(inner).getOctets()));
    }

    /** The key identifier inside an authority key identifier extension as the JDK returns it. */
    static Optional<ByteString> authorityKeyId(byte[] extension) {
        byte[] inner = ASN1OctetString.getInstance(extension).getOctets();
        byte[] keyId = AuthorityKeyIdentifier.getInstance(inner).getKeyIdentifierOctets();
        return Optional.ofNullable(keyId).map(ByteString::copyFrom);
    }

    static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    static ByteString der(X509Certificate certificate) {
        try {
            return ByteString.copyFrom(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has no encoding", e);
        }
    }

    static boolean isSignedByEcdsa(X509Certificate certificate) {
        return certificate.getSigAlgOID().startsWith("1.2.840.10045.4.");
    }

    /**
     * The same certificate with a low-S signature. Fabric rewrites certificates so before it compares or hashes them
     * ({@code msp/cert.go}).
     */
    static X509Certificate withLowS(X509Certificate certificate, PublicKey signer) throws IdentityException {
        if (!isSignedByEcdsa(certificate) || !(signer instanceof ECKey curve)) {
            return certificate;
        }
        BigInteger order = curve.getParams().getOrder();
        byte[] signature = certificate.getSignature();
        byte[] expected = EcdsaSignature.parse(signature)
                .orElseThrow(() -> new IdentityException("the certificate's signature is no ECDSA signature"))
                .toLowS(order)
                .toDer();
        if (Arrays.equals(signature, expected)) {
            return certificate;
        }
        Certificate parsed = Certificate.getInstance(der(certificate).toByteArray());
        try {
            return Pem.certificate(new DERSequence(new ASN1Encodable[] {
                        parsed.getTBSCertificate(), parsed.getSignatureAlgorithm(), new DERBitString(expected)
                    })
                    .getEncoded());
        } catch (IOException e) {
            throw new IdentityException("the certificate could not be encoded anew", e);
        }
    }
}
