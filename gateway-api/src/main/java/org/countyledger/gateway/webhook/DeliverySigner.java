package org.countyledger.gateway.webhook;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countyledger.client.ClientIdentity;
import org.countyledger.gateway.ledger.Roster;
import org.springframework.stereotype.Component;

/** Signs deliveries with the key of the organisation's conduit, as a JWS whose payload is the body (RFC 7515, F). */
@Component
final class DeliverySigner {
    private final Roster roster;
    private final Map<String, ECKey> keys;

    DeliverySigner(Roster roster) {
        this.roster = roster;
        this.keys = roster.conduits().stream()
                .collect(Collectors.toMap(ClientIdentity::mspId, DeliverySigner::publicKey, (first, second) -> first));
    }

    boolean canSignFor(String mspId) {
        return keys.containsKey(mspId);
    }

    /** {@code header..signature} over the body. */
    String sign(String mspId, byte[] body) {
        ECKey key = keys.get(mspId);
        ClientIdentity conduit = roster.conduit(mspId).orElseThrow();
        if (key == null) {
            throw new IllegalStateException(mspId + " has no conduit");
        }
        String header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .build()
                .toBase64URL()
                .toString();
        byte[] signed = (header + "." + Base64URL.encode(body)).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = Base64.getDecoder().decode(conduit.statements().sign(signed));
        return header + ".." + Base64URL.encode(signature);
    }

    /** The public keys, as a JWK set. */
    Map<String, Object> keySet() {
        return new JWKSet(List.copyOf(keys.values())).toJSONObject(true);
    }

    private static ECKey publicKey(ClientIdentity conduit) {
        try {
            byte[] spki = Base64.getDecoder().decode(conduit.statements().spki());
            ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
            return new ECKey.Builder(Curve.P_256, key)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(conduit + " has no key on P-256", e);
        }
    }
}
