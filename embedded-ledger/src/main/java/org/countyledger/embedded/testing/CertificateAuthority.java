package org.countyledger.embedded.testing;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.countyledger.ledger.identity.BouncyCastle;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.Pem;
import org.countyledger.ledger.rwset.Sha256;

/** Makes certificates that end with their test. Every subject says so. */
final class CertificateAuthority {
    /** Where Fabric's certificate authority puts attributes. */
    private static final ASN1ObjectIdentifier ATTRIBUTES = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");

    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int SERIAL_BITS = 120;
    private static final int VALID_DAYS = 30;

    private final String mspId;
    private final SecureRandom random = new SecureRandom();
    private final X500Name name;
    private final KeyPair keys;
    private final ByteString certificatePem;

    CertificateAuthority(String mspId, String commonName) {
        this.mspId = mspId;
        this.name = subject(commonName, Optional.empty());
        this.keys = newKeys();
        this.certificatePem = pem(sign(authority(), name, keys));
    }

    ByteString certificatePem() {
        return certificatePem;
    }

    /** A member with one of the organisational units client, peer, admin, orderer. */
    ThrowawayIdentity member(String commonName, String unit, Optional<String> attributesJson) {
        KeyPair own = newKeys();
        return identity(own, sign(member(attributesJson), subject(commonName, Optional.of(unit)), own));
    }

    /** A server or client of TLS on this machine. */
    ThrowawayIdentity tls(String commonName) {
        KeyPair own = newKeys();
        return identity(own, sign(CertificateAuthority::local, subject(commonName, Optional.empty()), own));
    }

    private ThrowawayIdentity identity(KeyPair own, X509Certificate certificate) {
        return new ThrowawayIdentity(mspId, certificate, pem(certificate), own.getPrivate());
    }

    private X500Name subject(String commonName, Optional<String> unit) {
        X500NameBuilder subject =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, "Embedded ledger of a test, proves nothing");
        unit.ifPresent(name -> subject.addRDN(BCStyle.OU, name));
        return subject.addRDN(BCStyle.CN, commonName).build();
    }

    private KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No P-256 key can be made", e);
        }
    }

    private interface Extensions {
        void addTo(X509v3CertificateBuilder builder) throws IOException;
    }

    private Extensions authority() {
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
        byte[] keyId = Sha256.of(info.getPublicKeyData().getBytes()).toByteArray();
        return builder -> builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId));
    }

    private static Extensions member(Optional<String> attributesJson) {
        return builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            if (attributesJson.isPresent()) {
                builder.addExtension(ATTRIBUTES, false, attributesJson.get().getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static void local(X509v3CertificateBuilder builder) throws IOException {
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
        KeyPurposeId[] purposes = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes))
                .addExtension(Extension.subjectAlternativeName, false, names);
    }

    private X509Certificate sign(Extensions extensions, X500Name subject, KeyPair own) {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
                time(now.minus(1, ChronoUnit.DAYS)),
                time(now.plus(VALID_DAYS, ChronoUnit.DAYS)),
                subject,
                SubjectPublicKeyInfo.getInstance(own.getPublic().getEncoded()));
        try {
            extensions.addTo(builder);
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(keys.getPrivate());
            return Pem.certificate(
                    ThrowawayIdentity.pem("CERTIFICATE", builder.build(signer).getEncoded()));
        } catch (IOException | OperatorCreationException | IdentityException e) {
            throw new IllegalStateException("No certificate can be made for " + subject, e);
        }
    }

    private static Time time(Instant instant) {
        return new Time(new DERUTCTime(UTC_TIME.format(instant)));
    }

    private static ByteString pem(X509Certificate certificate) {
        try {
            return Pem.certificate(certificate);
        } catch (IdentityException e) {
            throw new IllegalStateException("A certificate cannot be encoded", e);
        }
    }
}
