package org.countyledger.network.authority;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.PrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.countyledger.ledger.identity.Signatures;

/** Signs certificates with low S: Fabric would rewrite any other before it compares or hashes them. */
final class LowSSigner implements ContentSigner {
    private static final AlgorithmIdentifier ALGORITHM =
            new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256WITHECDSA");

    private final PrivateKey key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    LowSSigner(PrivateKey key) {
        this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return ALGORITHM;
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return Signatures.sign(key, ByteString.copyFrom(content.toByteArray())).toByteArray();
    }
}
