package org.countyledger.client;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.countyledger.client.signing.P256Signer;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** One certificate, with its key where this process holds it. The key never leaves this object. */
public final class ClientIdentity {
    private final IdentityEntry entry;
    private final X509Identity identity;
    private final Optional<Keys> keys;
    private final ByteString creator;

    private record Keys(Signer signer, P256Signer statements) {
        static Keys of(X509Certificate certificate, PrivateKey key) {
            return new Keys(Signers.newPrivateKeySigner(key), new P256Signer(key, certificate.getPublicKey()));
        }
    }

    /**
     * An identity made in memory.
     *
     * @param entry what identities.json says about the certificate
     */
    public ClientIdentity(IdentityEntry entry, X509Certificate certificate, PrivateKey key) {
        this(entry, certificate, Optional.of(Keys.of(certificate, key)));
    }

    private ClientIdentity(IdentityEntry entry, X509Certificate certificate, Optional<Keys> keys) {
        this.entry = entry;
        this.identity = new X509Identity(entry.mspId(), certificate);
        this.keys = keys;
        this.creator = SerializedIdentity.newBuilder()
                .setMspid(entry.mspId())
                .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
                .build()
                .toByteString();
    }

    /** @throws IdentityException if a file is missing or holds something else */
    static ClientIdentity load(IdentityEntry entry, Path directory) {
        try (Reader reader = Files.newBufferedReader(directory.resolve(entry.certificate()))) {
            X509Certificate certificate = Identities.readX509Certificate(reader);
            return entry.privateKey().isEmpty()
                    ? withoutKey(entry, certificate)
                    : new ClientIdentity(
                            entry,
                            certificate,
                            key(directory.resolve(entry.privateKey().get())));
        } catch (IOException | CertificateException | InvalidKeyException e) {
            throw new IdentityException("The identity " + entry.subject() + " cannot be loaded", e);
        }
    }

    private static PrivateKey key(Path file) throws IOException, InvalidKeyException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return Identities.readPrivateKey(reader);
        }
    }

    /** Somebody who signs elsewhere. */
    public static ClientIdentity withoutKey(IdentityEntry entry, X509Certificate certificate) {
        return new ClientIdentity(entry, certificate, Optional.empty());
    }

    /** Whether this process signs for it. */
    public boolean hasKey() {
        return keys.isPresent();
    }

    public X509Certificate certificate() {
        return identity.getCertificate();
    }

    public IdentityEntry entry() {
        return entry;
    }

    public String subject() {
        return entry.subject();
    }

    public String mspId() {
        return entry.mspId();
    }

    /** Signs statements that the contract checks itself, such as an oracle node's batches; the key is P-256. */
    public P256Signer statements() {
        return keys().statements();
    }

    X509Identity x509() {
        return identity;
    }

    /** @throws IdentityException if the key is not here */
    Signer signer() {
        return keys().signer();
    }

    private Keys keys() {
        return keys.orElseThrow(() -> new IdentityException("The key of " + entry.subject() + " is not here"));
    }

    /** The serialized identity, as it stands in signature headers. */
    ByteString creator() {
        return creator;
    }

    @Override
    public String toString() {
        return entry.subject();
    }
}
