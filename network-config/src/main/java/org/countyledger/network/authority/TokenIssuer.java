package org.countyledger.network.authority;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.PrivateFiles;

/** Issues bearer tokens for a county on one computer; a pilot uses its own identity provider instead. */
public final class TokenIssuer {
    /** The issuer's name in tokens and in the gateway's settings. */
    public static final String NAME = "county-local";

    private final ECKey key;

    private TokenIssuer(ECKey key) {
        this.key = key;
    }

    /** Makes a key by which the tokens of this directory, and of no other, are signed. */
    public static void create(CountyDirectory directory) throws IOException {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            PrivateFiles.directory(directory.issuer());
            PrivateFiles.write(keyFile(directory), bytes(key.toJSONString()));
            PrivateFiles.write(directory.issuerKeys(), bytes(new JWKSet(key.toPublicJWK()).toString()));
        } catch (JOSEException e) {
            throw new IllegalStateException("No P-256 key can be made", e);
        }
    }

    public static TokenIssuer read(CountyDirectory directory) {
        Path file = keyFile(directory);
        try {
            return new TokenIssuer(ECKey.parse(Files.readString(file)));
        } catch (IOException | ParseException e) {
            throw new CountyException("The token key " + file + " cannot be read: is this a county's directory?", e);
        }
    }

    /** A signed token; whose certificate it leads to is all it says of its bearer. */
    public String mint(String subject, Instant issuedAt, Duration validity) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        Map<String, Object> claims = Map.of(
                "iss", NAME,
                "sub", subject,
                "iat", issuedAt.getEpochSecond(),
                "exp", issuedAt.plus(validity).getEpochSecond(),
                "jti", UUID.randomUUID().toString());
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The token key cannot sign", e);
        }
        return token.serialize();
    }

    private static Path keyFile(CountyDirectory directory) {
        return directory.issuer().resolve("key.json");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
