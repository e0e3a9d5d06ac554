package org.countyledger.network.authority;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.Pem;

/** A certificate with its private key. */
record Credential(X509Certificate certificate, PrivateKey key) {
    /** From two files of PEM. */
    static Credential read(Path certificate, Path key) throws IOException {
        try {
            return new Credential(
                    Expiry.read(certificate), Pem.privateKey(ByteString.copyFrom(Files.readAllBytes(key))));
        } catch (IdentityException e) {
            throw new IOException(key + " holds no private key", e);
        }
    }

    byte[] certificatePem() {
        return pem(certificate);
    }

    /** PKCS#8. */
    byte[] keyPem() {
        return keyPem(key);
    }

    static byte[] keyPem(PrivateKey key) {
        return pem(new PemObject("PRIVATE KEY", key.getEncoded()));
    }

    static byte[] pem(Object content) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        } catch (IOException e) {
            throw new UncheckedIOException("PEM cannot be written to memory", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Credential[" + certificate.getSubjectX500Principal() + "]";
    }
}
