package org.countyledger.client;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Self-signed certificates: the fake peers check none. */
final class TestIdentities {
    static final String CLERK = "cty-1001-town-clerk";
    static final String MSP = "CivilAffairsMSP";
    static final String HOST = "peer0.civil-affairs.test";

    private static final Pair PAIR = generate();

    record Pair(X509Certificate certificate, KeyPair keys) {}

    private TestIdentities() {}

    static ClientIdentities clerk() {
        return new ClientIdentities(List.of(new ClientIdentity(
                entry(CLERK, "cert.pem", "key.pem"),
                PAIR.certificate(),
                PAIR.keys().getPrivate())));
    }

    static IdentityEntry entry(String subject, String certificate, String key) {
        return new IdentityEntry(
                subject,
                MSP,
                "civil-affairs",
                "TOWN_CLERK",
                Optional.of("1001"),
                Optional.empty(),
                Optional.empty(),
                certificate,
                Optional.of(key));
    }

    static String certificatePem() {
        return pem(PAIR.certificate());
    }

    static String keyPem() {
        try {
            return pem(new JcaPKCS8Generator(PAIR.keys().getPrivate(), null).generate());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(object);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    @SuppressWarnings("JavaUtilDate") // BouncyCastle's builder takes nothing else
    private static Pair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            X500Name name = new X500Name("CN=" + CLERK);
            Instant now = Instant.now();
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    java.util.Date.from(now.minus(Duration.ofHours(1))),
                                    java.util.Date.from(now.plus(Duration.ofHours(1))),
                                    name,
                                    keys.getPublic())
                            .addExtension(
                                    Extension.subjectAlternativeName,
                                    false,
                                    new GeneralNames(new GeneralName(GeneralName.dNSName, HOST)))
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
            return new Pair(certificate, keys);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }
}
