package org.countyledger.ledger.testing;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.countyledger.ledger.identity.BouncyCastle;
import org.countyledger.ledger.identity.Pem;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;

/** A certificate authority, of one organisation or under another. */
public final class TestAuthority {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final AtomicLong SERIALS = new AtomicLong(1000);

    private final String mspId;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private TestAuthority(String mspId, KeyPair keys, X509Certificate certificate) {
        this.mspId = mspId;
        this.keys = keys;
        this.certificate = certificate;
    }

    public static TestAuthority root(String mspId) {
        KeyPair keys = p256();
        X500Name name = new X500Name("CN=ca." + mspId);
        return new TestAuthority(mspId, keys, certify(name, name, keys, keys, true, Optional.empty()));
    }

    public TestAuthority intermediate() {
        KeyPair own = p256();
        X500Name name = new X500Name("CN=ica." + mspId);
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return new TestAuthority(mspId, own, certify(issuer, name, keys, own, true, Optional.of(certificate)));
    }

    /** A member whose subject carries these organisational units. */
    public SigningIdentity issue(String name, String... units) {
        return issue(p256(), name, units);
    }

    public SigningIdentity issue(KeyPair own, String name, String... units) {
        StringBuilder subject = new StringBuilder();
        for (String unit : units) {
            subject.append("OU=").append(unit).append(',');
        }
        try {
            X500Name issuer =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            X509Certificate issued =
                    certify(issuer, new X500Name(subject + "CN=" + name), keys, own, false, Optional.of(certificate));
            return SigningIdentity.of(mspId, Pem.certificate(issued), own.getPrivate());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A revocation list that names one certificate. */
    public ByteString revoke(X509Certificate revoked) {
        try {
            X509v2CRLBuilder list = new X509v2CRLBuilder(
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()), Date.from(START));
            list.addCRLEntry(revoked.getSerialNumber(), Date.from(START), CRLReason.keyCompromise);
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate.getPublicKey()));
            return ByteString.copyFrom(list.build(signer(keys)).getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public ByteString pem() {
        try {
            return Pem.certificate(certificate);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The organisation's MSP with the four NodeOUs enforced. */
    public FabricMSPConfig.Builder msp() {
        return FabricMSPConfig.newBuilder()
                .setName(mspId)
                .addRootCerts(pem())
                .setCryptoConfig(FabricCryptoConfig.newBuilder()
                        .setSignatureHashFamily("SHA2")
                        .setIdentityIdentifierHashFunction("SHA256"))
                .setFabricNodeOus(FabricNodeOUs.newBuilder()
                        .setEnable(true)
                        .setClientOuIdentifier(unit(MSPRoleType.CLIENT))
                        .setPeerOuIdentifier(unit(MSPRoleType.PEER))
                        .setAdminOuIdentifier(unit(MSPRoleType.ADMIN))
                        .setOrdererOuIdentifier(unit(MSPRoleType.ORDERER)));
    }

    private static FabricOUIdentifier unit(MSPRoleType role) {
        return FabricOUIdentifier.newBuilder()
                .setOrganizationalUnitIdentifier(role.name().toLowerCase(Locale.ROOT))
                .build();
    }

    public static KeyPair p256() {
        return generate("EC");
    }

    public static KeyPair ed25519() {
        return generate("Ed25519");
    }

    private static KeyPair generate(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BouncyCastle.PROVIDER);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certify(
            X500Name issuer,
            X500Name subject,
            KeyPair issuerKeys,
            KeyPair own,
            boolean authority,
            Optional<X509Certificate> parent) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIALS.incrementAndGet()),
                    Date.from(START),
                    Date.from(START.plus(3650, ChronoUnit.DAYS)),
                    subject,
                    own.getPublic());
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(own.getPublic()));
            if (parent.isPresent()) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        extensions.createAuthorityKeyIdentifier(parent.get().getPublicKey()));
            }
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(signer(issuerKeys)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer(KeyPair keys) throws Exception {
        String algorithm = keys.getPrivate().getAlgorithm().equals("Ed25519") ? "Ed25519" : "SHA256withECDSA";
        return new JcaContentSignerBuilder(algorithm)
                .setProvider(BouncyCastle.PROVIDER)
                .build(keys.getPrivate());
    }
}
