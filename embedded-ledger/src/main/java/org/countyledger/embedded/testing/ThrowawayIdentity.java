package org.countyledger.embedded.testing;

import com.google.protobuf.ByteString;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.SigningIdentity;

/** A certificate and its key, for one test. */
public record ThrowawayIdentity(
        String mspId, X509Certificate certificate, ByteString certificatePem, PrivateKey privateKey) {
    private static final int PEM_LINE = 64;

    public SigningIdentity signing() {
        try {
            return SigningIdentity.of(mspId, certificatePem, privateKey);
        } catch (IdentityException e) {
            throw new IllegalStateException("A certificate made here does not parse", e);
        }
    }

    /** The key as PKCS#8. */
    public ByteString privateKeyPem() {
        return pem("PRIVATE KEY", privateKey.getEncoded());
    }

    static ByteString pem(String type, byte[] der) {
        String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
        return ByteString.copyFromUtf8("-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
    }

    @Override
    public String toString() {
        return mspId + ":" + certificate.getSubjectX500Principal().getName();
    }
}
