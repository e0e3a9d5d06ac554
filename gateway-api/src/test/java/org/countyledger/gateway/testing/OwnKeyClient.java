package org.countyledger.gateway.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;

/** An officer's client that alone has the officer's key: prepares, signs, has endorsed, signs, submits. */
public final class OwnKeyClient {
    private final Api api;
    private final Officer officer;
    private final Signer signer;

    OwnKeyClient(Api api, Officer officer, Path key) {
        this.api = api;
        this.officer = officer;
        try (Reader pem = Files.newBufferedReader(key)) {
            this.signer = Signers.newPrivateKeySigner(Identities.readPrivateKey(pem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is to be signed, for a path that ends in {@code /proposals}. */
    public Reply prepare(String path, Map<String, Object> body) {
        return api.write(api.as(officer), path, body).expect(200);
    }

    /** What was handed out, with this officer's signature over its digest. */
    public Map<String, Object> signed(Reply unsigned) {
        return signed(unsigned.at("/bytes"), Base64.getDecoder().decode(unsigned.at("/digest")));
    }

    public Map<String, Object> signed(String bytes, byte[] digest) {
        try {
            return Map.of("bytes", bytes, "signature", Base64.getEncoder().encodeToString(signer.sign(digest)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Reply endorse(Map<String, Object> signed) {
        return api.write(api.as(officer), "/v1/endorsements", signed);
    }

    public Reply submit(Map<String, Object> signed) {
        return api.write(api.as(officer), "/v1/submissions", signed);
    }

    /** The whole way. */
    public Reply act(String path, Map<String, Object> body) {
        return submit(signed(endorse(signed(prepare(path, body))).expect(200)));
    }

    public Reply stage(String path, Map<String, Object> body) {
        return api.write(
                api.as(officer),
                "/v1/stagings",
                signed(endorse(signed(prepare(path, body))).expect(200)));
    }
}
