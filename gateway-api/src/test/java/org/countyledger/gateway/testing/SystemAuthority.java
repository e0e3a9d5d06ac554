package org.countyledger.gateway.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Issues and revokes certificates of departments' systems, and of the gateway as their server. */
@SuppressWarnings("JavaUtilDate") // the library's interface
public final class SystemAuthority {
    private static final char[] PASSWORD = "test".toCharArray();
    private static final Duration DAY = Duration.ofDays(1);

    private final X500Name name;
    private final KeyPair keys = newKeys();
    private final X509Certificate own;
    private final SecureRandom random = new SecureRandom();

    /** A certificate with its key. */
    public record Machine(X509Certificate certificate, KeyPair keys) {}

    public SystemAuthority(String commonName) {
        this.name = new X500Name("CN=" + commonName);
        this.own = certificate(name, keys, DAY, true);
    }

    public X509Certificate certificate() {
        return own;
    }

    public Machine issue(String commonName) {
        return issue(commonName, DAY);
    }

    /** A certificate that ends after this time, which may be negative. */
    public Machine issue(String commonName, Duration validity) {
        KeyPair pair = newKeys();
        return new Machine(certificate(new X500Name("CN=" + commonName), pair, validity, false), pair);
    }

    private X509Certificate certificate(X500Name subject, KeyPair pair, Duration validity, boolean authority) {
        Instant now = Instant.now();
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(64, new SecureRandom()),
                    Date.from(now.minus(DAY.multipliedBy(2))),
                    Date.from(now.plus(validity)),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                GeneralName loopback = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(loopback));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer()));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    }

    /** Writes the list of what is revoked; the next one is due after this time, which may be negative. */
    public void writeRevocations(Path file, Duration validity, List<Machine> revoked) {
        Instant now = Instant.now();
        X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(now.minus(DAY)));
        builder.setNextUpdate(Date.from(now.plus(validity)));
        revoked.forEach(one -> builder.addCRLEntry(one.certificate().getSerialNumber(), Date.from(now), 0));
        try {
            X509CRLHolder list = builder.build(signer());
            write(file, list);
            // The next look sees another time, also within one tick of the file system's clock.
            Files.setLastModifiedTime(
                    file, java.nio.file.attribute.FileTime.fromMillis(random.nextLong(1, 1_000_000_000_000L)));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Path file, Object content) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeKey(Path file, KeyPair pair) {
        write(file, new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    /** What a client needs that shows this certificate, and trusts servers of this authority. */
    public SSLContext client(Machine machine) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            store.setKeyEntry("own", machine.keys().getPrivate(), PASSWORD, new Certificate[] {machine.certificate()});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD);
            return context(managers);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client without any certificate. */
    public SSLContext bareClient() {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            managers.init(store, PASSWORD);
            return context(managers);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SSLContext context(KeyManagerFactory managers) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("root", own);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), random);
        return context;
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
