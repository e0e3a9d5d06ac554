package org.countyledger.network.ownkey;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import org.countyledger.network.CountyException;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;

/** An officer's own private key, which is used here and sent nowhere. */
public final class OwnKey {
    private final Signer signer;

    private OwnKey(Signer signer) {
        this.signer = signer;
    }

    /**
     * Reads a key.
     *
     * @throws CountyException if the file holds no private key in PEM
     */
    public static OwnKey read(Path file) {
        try (Reader pem = Files.newBufferedReader(file)) {
            return new OwnKey(Signers.newPrivateKeySigner(Identities.readPrivateKey(pem)));
        } catch (IOException | GeneralSecurityException e) {
            throw new CountyException("There is no private key in " + file + ": name it by --key", e);
        }
    }

    /** What is sent back to the gateway. */
    Map<String, String> sign(Presented presented) {
        try {
            byte[] signature = signer.sign(presented.digest());
            return Map.of(
                    "bytes",
                    presented.base64(),
                    "signature",
                    Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new CountyException("The key cannot sign: " + e.getMessage(), e);
        }
    }
}
