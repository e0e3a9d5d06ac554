package org.countyledger.network.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.util.IPAddress;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.ledger.rwset.Sha256;

/** The X.509 extensions that Fabric asks for ({@code msp/mspimplsetup.go}, {@code internal/cryptogen/ca/ca.go}). */
final class CertificateExtensions {
    /** Where Fabric's certificate authority puts attributes. */
    static final ASN1ObjectIdentifier ATTRIBUTES = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");

    private CertificateExtensions() {}

    static void authority(X509v3CertificateBuilder builder, SubjectPublicKeyInfo own) throws IOException {
        int usage = KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign;
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                .addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(own)));
    }

    static void leaf(
            X509v3CertificateBuilder builder,
            SubjectPublicKeyInfo issuer,
            SubjectPublicKeyInfo own,
            CertificateRequest.Use use)
            throws IOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(own)))
                .addExtension(Extension.authorityKeyIdentifier, false, authorityKeyIdentifier(issuer));
        switch (use) {
            case CertificateRequest.Signing signing -> attributes(builder, signing.attributes());
            case CertificateRequest.Tls tls -> tls(builder, tls.hosts());
        }
    }

    /** All extensions of another certificate; the key's identifier is that of this key. */
    static void asIn(X509v3CertificateBuilder builder, X509Certificate old, SubjectPublicKeyInfo own)
            throws IOException, CertificateEncodingException {
        Extensions extensions = new X509CertificateHolder(old.getEncoded()).getExtensions();
        for (ASN1ObjectIdentifier id : extensions.getExtensionOIDs()) {
            if (id.equals(Extension.subjectKeyIdentifier)) {
                builder.addExtension(id, false, new SubjectKeyIdentifier(keyId(own)));
            } else {
                builder.addExtension(extensions.getExtension(id));
            }
        }
    }

    static AuthorityKeyIdentifier authorityKeyIdentifier(SubjectPublicKeyInfo issuer) {
        return new AuthorityKeyIdentifier(keyId(issuer));
    }

    /** The bytes are the JSON itself, without any ASN.1 around it. */
    private static void attributes(X509v3CertificateBuilder builder, Map<String, String> attributes)
            throws IOException {
        if (!attributes.isEmpty()) {
            String json = CanonicalJson.text(Map.of("attrs", attributes));
            builder.addExtension(ATTRIBUTES, false, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void tls(X509v3CertificateBuilder builder, List<String> hosts) throws IOException {
        KeyPurposeId[] purposes = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
        GeneralName[] names = hosts.stream()
                .map(host ->
                        new GeneralName(IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new);
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes))
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }

    /** SHA-256 of the public point, as Fabric computes it. */
    private static byte[] keyId(SubjectPublicKeyInfo key) {
        return Sha256.of(key.getPublicKeyData().getBytes()).toByteArray();
    }
}
