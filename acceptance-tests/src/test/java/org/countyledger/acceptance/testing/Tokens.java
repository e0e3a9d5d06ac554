package org.countyledger.acceptance.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Bearer tokens as nobody should make them. */
public final class Tokens {
    private static final String ISSUER = "county-local";

    private Tokens() {}

    /** What a token says. */
    public static Map<String, Object> claims(String subject, Instant issuedAt, Instant expires) {
        return Map.of("iss", ISSUER, "sub", subject, "iat", issuedAt.getEpochSecond(), "exp", expires.getEpochSecond());
    }

    /** Signed by whatever key. */
    public static String signed(Signing key, Map<String, Object> header, Map<String, Object> claims) {
        String content = part(header) + "." + part(claims);
        byte[] signature = Base64.getDecoder().decode(key.sign(content.getBytes(StandardCharsets.US_ASCII)));
        return content + "." + encode(signature);
    }

    /** With {@code alg: none}. */
    public static String unsigned(Map<String, Object> claims) {
        return part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims) + ".";
    }

    /** With the issuer's public key as the secret of a MAC. */
    public static String confused(Signing issuer, Map<String, Object> header, Map<String, Object> claims) {
        String content = part(header) + "." + part(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(issuer.keys().getPublic().getEncoded(), "HmacSHA256"));
            return content + "." + encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The county's own issuer: only who reads its private file can do this. */
    public static Signing issuer(County county) {
        JsonNode jwk = jwk(county);
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
            KeyFactory factory = KeyFactory.getInstance("EC");
            ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
            return new Signing(new KeyPair(
                    factory.generatePublic(new ECPublicKeySpec(point, p256)),
                    factory.generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), p256))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Name of the issuer's key. */
    public static String keyId(County county) {
        return jwk(county).path("kid").asString();
    }

    private static JsonNode jwk(County county) {
        try {
            return Json.read(Files.readString(county.directory().resolve("issuer/key.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigInteger number(JsonNode jwk, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(name).asString()));
    }

    private static String part(Map<String, Object> object) {
        return encode(Json.canonical(object));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
