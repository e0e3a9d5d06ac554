package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.Pem;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.OrganizationDirectory;

/** One organisation's administrator: signs for it, and shows a certificate where a node asks for one. */
record Administrator(String mspId, OrganizationDirectory directory) {
    private static final String ADMIN = "admin";
    private static final char[] NO_PASSWORD = {};

    SigningIdentity identity() {
        try {
            return SigningIdentity.readMspFolder(mspId, directory.nodeMsp(ADMIN));
        } catch (IOException | IdentityException e) {
            throw unusable(e);
        }
    }

    /** For calls where both sides show certificates of the organisation's TLS authority. */
    SSLContext tls() {
        Path folder = directory.nodeTls(ADMIN);
        try {
            KeyStore own = KeyStore.getInstance("JKS");
            own.load(null, NO_PASSWORD);
            own.setKeyEntry(ADMIN, Pem.privateKey(bytes(folder.resolve("key.pem"))), NO_PASSWORD, new Certificate[] {
                certificate(folder.resolve("cert.pem"))
            });
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keys.getKeyManagers(), trusting(folder.resolve("ca.pem")).getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException | IdentityException e) {
            throw unusable(e);
        }
    }

    private static TrustManagerFactory trusting(Path root) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, NO_PASSWORD);
        trusted.setCertificateEntry("root", certificate(root));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }

    private static Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(bytes(file).newInput());
    }

    private static ByteString bytes(Path file) throws IOException {
        return ByteString.copyFrom(Files.readAllBytes(file));
    }

    private CountyException unusable(Exception e) {
        return new CountyException("The administrator of " + mspId + " cannot be used: " + e.getMessage(), e);
    }
}
