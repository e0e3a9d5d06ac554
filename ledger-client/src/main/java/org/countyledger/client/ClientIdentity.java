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
import org.countyledger.client.signing.P256Signer;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** One certificate with its key, able to sign. The key never leaves this object. */
public final class ClientIdentity {
    private final IdentityEntry entry;
    private final X509Identity identity;
    private final Signer signer;
    private final ByteString creator;
    private final P256Signer statements;

    /**
     * An identity made in memory.
     *
     * @param entry what identities.json says about the certificate
     */
    public ClientIdentity(IdentityEntry entry, X509Certificate certificate, PrivateKey key) {
        this.entry = entry;
        this.identity = new X509Identity(entry.mspId(), certificate);
        this.signer = Signers.newPrivateKeySigner(key);
        this.statements = new P256Signer(key, certificate.getPublicKey());
        this.creator = SerializedIdentity.newBuilder()
                .setMspid(entry.mspId())
                .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
                .build()
                .toByteString();
    }

    /** @throws IdentityException if a file is missing or holds something else */
    static ClientIdentity load(IdentityEntry entry, Path directory) {
        try (Reader certificate = Files.newBufferedReader(directory.resolve(entry.certificate()));
                Reader key = Files.newBufferedReader(directory.resolve(entry.privateKey()))) {
            return new ClientIdentity(
                    entry, Identities.readX509Certificate(certificate), Identities.readPrivateKey(key));
        } catch (IOException | CertificateException | InvalidKeyException e) {
            throw new IdentityException("The identity " + entry.subject() + " cannot be loaded", e);
        }
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
        return statements;
    }

    X509Identity x509() {
        return identity;
    }

    Signer signer() {
        return signer;
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
