package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** PEM texts, certificates and keys, read by the BouncyCastle provider object. */
public final class Pem {
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^|\\n)-----BEGIN ([^\\n-]*)-----[ \\t\\r]*\\n((?:[^\\n:]+:[^\\n]*\\n)*)([A-Za-z0-9+/=\\s]*?)-----END \\1-----");

    private Pem() {}

    /** The bytes of the first PEM block, whatever its type, as Go's {@code pem.Decode} finds it. */
    public static Optional<byte[]> firstBlock(ByteString text) {
        Matcher block = BLOCK.matcher(text.toString(StandardCharsets.ISO_8859_1));
        Optional<byte[]> decoded = Optional.empty();
        while (decoded.isEmpty() && block.find()) {
            decoded = base64(block.group(3).replaceAll("[\\r\\n]", ""));
        }
        return decoded;
    }

    private static Optional<byte[]> base64(String body) {
        try {
            return Optional.of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The certificate in the first PEM block. */
    public static X509Certificate certificate(ByteString pem) throws IdentityException {
        byte[] der = firstBlock(pem).orElseThrow(() -> new IdentityException("could not decode the PEM structure"));
        return certificate(der);
    }

    static X509Certificate certificate(byte[] der) throws IdentityException {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
            if (factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate
                    && Arrays.equals(certificate.getEncoded(), der)) {
                return withKey(certificate);
            }
        } catch (CertificateException | RuntimeException e) {
            throw new IdentityException("parseCertificate failed", e);
        }
        throw new IdentityException("parseCertificate failed: no DER certificate");
    }

    /** BouncyCastle has no key, and says nothing, where it does not know the algorithm or cannot read the key. */
    private static X509Certificate withKey(X509Certificate certificate) throws IdentityException {
        if (certificate.getPublicKey() == null) {
            throw new IdentityException("the certificate's public key is not recognized");
        }
        return certificate;
    }

    /** The PEM text of a certificate as Go writes it: 64 characters a line. */
    public static ByteString certificate(X509Certificate certificate) throws IdentityException {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return ByteString.copyFromUtf8("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateException e) {
            throw new IdentityException("the certificate has no encoding", e);
        }
    }

    /** A PKCS#8 private key (type {@code PRIVATE KEY}). */
    public static PrivateKey privateKey(ByteString pem) throws IdentityException {
        byte[] der = firstBlock(pem).orElseThrow(() -> new IdentityException("no PEM block with a private key"));
        try {
            String algorithm = PrivateKeyInfo.getInstance(der)
                    .getPrivateKeyAlgorithm()
                    .getAlgorithm()
                    .getId();
            return KeyFactory.getInstance(algorithm, BouncyCastle.PROVIDER)
                    .generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IdentityException("not a PKCS#8 private key", e);
        }
    }
}
