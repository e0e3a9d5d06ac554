package org.countyledger.embedded.channel;

import com.google.protobuf.ByteString;
import io.grpc.ChannelCredentials;
import io.grpc.ServerCredentials;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECKey;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.Pem;
import org.countyledger.ledger.identity.Signatures;

/**
 * gRPC's credentials. Given PEM files, gRPC would put each key into a key store of a kind that hashes a password ten
 * thousand times, which is half of the time a ledger takes to start; here the key stays in memory under none.
 */
public final class TlsCredentials {
    private static final char[] NO_PASSWORD = {};

    private TlsCredentials() {}

    /** For a server that asks no certificate of its clients. */
    public static ServerCredentials server(TlsMaterial material) throws IOException {
        return TlsServerCredentials.newBuilder()
                .keyManager(keyManagers(material))
                .trustManager(material.rootCertificates().newInput())
                .build();
    }

    /** For a client that shows its certificate to servers of the material's authorities. */
    public static ChannelCredentials client(TlsMaterial material) throws IOException {
        return TlsChannelCredentials.newBuilder()
                .keyManager(keyManagers(material))
                .trustManager(material.rootCertificates().newInput())
                .build();
    }

    private static KeyManager[] keyManagers(TlsMaterial material) throws IOException {
        try {
            PrivateKey key = Pem.privateKey(material.privateKey());
            Certificate[] chain = chain(material.certificate());
            checkPair(key, chain);
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("tls", key, NO_PASSWORD, chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IdentityException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A wrong pair would only show when the first client connects. */
    private static void checkPair(PrivateKey key, Certificate[] chain) throws GeneralSecurityException {
        if (chain.length == 0) {
            throw new GeneralSecurityException("there is no certificate");
        }
        ByteString message = ByteString.copyFromUtf8("pair");
        if (key instanceof ECKey
                && !Signatures.verify(chain[0].getPublicKey(), message, Signatures.sign(key, message))) {
            throw new GeneralSecurityException("the key is not the certificate's");
        }
    }

    private static Certificate[] chain(ByteString pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(pem.newInput())
                .toArray(Certificate[]::new);
    }
}
