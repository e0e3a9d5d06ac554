package org.countyledger.gateway.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as the issuer writes them, and as somebody might who has seen some and has a key of his own. */
final class ForgedToken {
    static final String ISSUER = "county";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/* ";
    private static final long VALIDITY_SECONDS = 36_000;

    private final Random random;
    private final ECKey issuer;
    private final ECKey own;

    /** What is changed. */
    enum Sort {
        CHARACTER,
        FLIP,
        DELETE,
        INSERT,
        SWAP,
        TRUNCATE,
        UNUSED_BITS,
        OTHER_CLAIM,
        BORROWED_SIGNATURE,
        NONE,
        NONE_SIGNED,
        OTHER_ALGORITHM,
        SECRET_IS_PUBLIC_KEY,
        OTHER_KEY,
        KEY_IN_HEADER,
        ZERO_SIGNATURE
    }

    ForgedToken(Random random, ECKey issuer, ECKey own) {
        this.random = random;
        this.issuer = issuer;
        this.own = own;
    }

    String issued(String subject) {
        return signed(header().build(), claims(subject), issuer);
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("county");
    }

    @SuppressWarnings("JavaUtilDate") // the library's interface
    private static JWTClaimsSet claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .issueTime(Date.from(now.minusSeconds(1)))
                .expirationTime(Date.from(now.plusSeconds(VALIDITY_SECONDS)))
                .build();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String change(Sort sort, String token, String other) {
        int place = random.nextInt(token.length());
        String before = token.substring(0, place);
        String after = token.substring(place + 1);
        String[] parts = token.split("\\.", -1);
        String content = parts[0] + "." + parts[1];
        return switch (sort) {
            case CHARACTER -> before + letter() + after;
            case FLIP -> before + (char) (token.charAt(place) ^ (1 << random.nextInt(7))) + after;
            case DELETE -> before + after;
            case INSERT -> before + letter() + token.charAt(place) + after;
            case SWAP -> swapped(token, place, random.nextInt(token.length()));
            case TRUNCATE -> before;
            case UNUSED_BITS -> content + "." + respelled(parts[2]);
            case OTHER_CLAIM -> parts[0] + "." + claiming(parts[1]) + "." + parts[2];
            case BORROWED_SIGNATURE -> content + other.substring(other.lastIndexOf('.'));
            case NONE -> encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".";
            case NONE_SIGNED -> encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + "." + parts[2];
            case OTHER_ALGORITHM ->
                encoded("{\"alg\":\"" + algorithm() + "\",\"kid\":\"county\"}") + "." + parts[1] + "." + parts[2];
            case SECRET_IS_PUBLIC_KEY -> confused(parts[1]);
            case OTHER_KEY -> signed(header().build(), claims("CA1103"), own);
            case KEY_IN_HEADER -> signed(header().jwk(own.toPublicJWK()).build(), claims("CA1103"), own);
            case ZERO_SIGNATURE -> content + "." + Base64URL.encode(new byte[64]);
        };
    }

    private char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private static String swapped(String text, int one, int other) {
        StringBuilder swapped = new StringBuilder(text);
        swapped.setCharAt(one, text.charAt(other));
        swapped.setCharAt(other, text.charAt(one));
        return swapped.toString();
    }

    /** 64 bytes take 86 letters, of whose last four bits are not used. */
    private String respelled(String signature) {
        int last = LETTERS.indexOf(signature.charAt(signature.length() - 1));
        int changed = last ^ (1 + random.nextInt(15));
        return signature.substring(0, signature.length() - 1) + LETTERS.charAt(changed);
    }

    private String claiming(String claims) {
        String json = new Base64URL(claims).decodeToString();
        String changed = random.nextBoolean()
                ? json.replaceFirst("\"sub\":\"[A-Z]+[0-9]+", "\"sub\":\"CA" + (2000 + random.nextInt(1000)))
                : json.replaceFirst("\"exp\":[0-9]+", "\"exp\":" + (4_000_000_000L + random.nextInt(1000)));
        return encoded(changed);
    }

    private String algorithm() {
        String[] algorithms = {"ES384", "ES512", "HS256", "RS256", "PS256", "ES256K", "EdDSA", "es256", "NONE", ""};
        return algorithms[random.nextInt(algorithms.length)];
    }

    /** With what everybody knows of the issuer as the secret of a MAC, in any of its spellings. */
    private String confused(String claims) {
        try {
            byte[] spki = issuer.toECPublicKey().getEncoded();
            byte[][] secrets = {
                spki,
                Base64.getEncoder().encode(spki),
                ("-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(spki)
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.US_ASCII),
                issuer.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                issuer.getX().decode()
            };
            String content = encoded("{\"alg\":\"HS256\",\"kid\":\"county\"}") + "." + claims;
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets[random.nextInt(secrets.length)], "HmacSHA256"));
            return content + "." + Base64URL.encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return Base64URL.encode(json).toString();
    }
}
