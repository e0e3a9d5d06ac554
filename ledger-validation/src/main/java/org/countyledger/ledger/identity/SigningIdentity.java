package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** A certificate with its private key. */
public final class SigningIdentity {
    private final String mspId;
    private final X509Certificate certificate;
    private final PrivateKey key;
    private final ByteString serialized;

    private SigningIdentity(String mspId, ByteString certificatePem, PrivateKey key) throws IdentityException {
        this.mspId = mspId;
        this.certificate = Pem.certificate(certificatePem);
        this.key = key;
        this.serialized = SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(certificatePem)
                .build()
                .toByteString();
    }

    public static SigningIdentity of(String mspId, ByteString certificatePem, PrivateKey key) throws IdentityException {
        return new SigningIdentity(mspId, certificatePem, key);
    }

    /** From the PEM files of a certificate and its PKCS#8 key. */
    public static SigningIdentity read(String mspId, Path certificate, Path privateKey)
            throws IOException, IdentityException {
        ByteString keyPem = ByteString.copyFrom(Files.readAllBytes(privateKey));
        return of(mspId, ByteString.copyFrom(Files.readAllBytes(certificate)), Pem.privateKey(keyPem));
    }

    /** From {@code signcerts/} and {@code keystore/} of an MSP folder. */
    public static SigningIdentity readMspFolder(String mspId, Path folder) throws IOException, IdentityException {
        return read(
                mspId, MspFolder.onlyFile(folder.resolve("signcerts")), MspFolder.onlyFile(folder.resolve("keystore")));
    }

    public String mspId() {
        return mspId;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The bytes that stand as creator, endorser or signer. */
    public ByteString serialized() {
        return serialized;
    }

    /** Signs with low S. */
    public ByteString sign(ByteString message) {
        return Signatures.sign(key, message);
    }
}
