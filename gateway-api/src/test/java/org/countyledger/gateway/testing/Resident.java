package org.countyledger.gateway.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A resident's client: a fresh key for one record, never sent anywhere. */
public final class Resident {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final int HALF = 32;

    private final Api api;
    private final KeyPair keys;

    public Resident(Api api) {
        this.api = api;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String spki() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static String commitment(Kind kind, String group) {
        return Contents.of(kind, group).commitment();
    }

    /** Stages a value under this key. */
    public Reply stage(String collection, String id, PrivateValue value) {
        ContentKey key = new ContentKey(
                Kind.ofCollection(collection).orElseThrow(),
                id,
                value.tag().substring(value.tag().indexOf('/') + 1),
                1);
        Instant notAfter = Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.SECONDS);
        StagingRequest request = new StagingRequest(key, value.commitment(), notAfter, Optional.empty());
        return api.write(
                api.anybody(),
                "/v1/" + collection + "/" + id + "/content/" + key.group(),
                Map.of(
                        "value", Contents.base64(value),
                        "notAfter", notAfter.toString(),
                        "signature", signature(request.signedBytes("county", "county"))));
    }

    /** Reads a value under this key. */
    public Reply read(String collection, String id, String group) {
        return Reply.of(api.anybody()
                .get()
                .uri("/v1/" + collection + "/" + id + "/content/" + group)
                .header("Authorization", proof(collection, id, group, Duration.ofSeconds(60)))
                .exchange());
    }

    /** Asks who looked, under this key. */
    public Reply looks(String txId, String collection, String id, Duration validity) {
        return Reply.of(api.anybody()
                .get()
                .uri("/v1/receipts/" + txId + "/data-access")
                .header("Authorization", proof(collection, id, "data-access", validity))
                .exchange());
    }

    private String proof(String collection, String id, String group, Duration validity) {
        Instant notAfter = Instant.now().plus(validity).truncatedTo(ChronoUnit.SECONDS);
        ReadingRequest request = new ReadingRequest(
                Kind.ofCollection(collection).orElseThrow(), id, group, Optional.empty(), notAfter, Optional.empty());
        byte[] proof = CanonicalJson.write(Map.of(
                "notAfter", notAfter.toString(),
                "signature", signature(request.signedBytes("county", "county"))));
        return "RecordKey " + Base64.getUrlEncoder().encodeToString(proof);
    }

    /** An application for dibao. */
    public Map<String, Object> application() {
        return Map.of(
                "clear",
                Map.of(
                        "programme", "DIBAO",
                        "town", Officer.TOWN,
                        "band", "3",
                        "channel", "ONLINE",
                        "custody", "SELF_HELD",
                        "key", spki()),
                "commitments",
                Map.of(
                        "form", commitment(Kind.WELFARE_APPLICATION, "form"),
                        "consent", commitment(Kind.WELFARE_APPLICATION, "consent")));
    }

    /** A complaint to the hotline. */
    public Map<String, Object> complaint() {
        return Map.of(
                "clear",
                Map.of(
                        "category",
                        "COMPLAINT",
                        "town",
                        Officer.TOWN,
                        "mode",
                        "ANONYMOUS",
                        "urgent",
                        false,
                        "custody",
                        "SELF_HELD",
                        "key",
                        spki()),
                "commitments",
                Map.of("text", commitment(Kind.GRIEVANCE, "text")));
    }

    /** Creates a record: asks what to sign, signs it, sends it. */
    public Reply create(String collection, Map<String, Object> content) {
        return create(collection, content, Api.key());
    }

    public Reply create(String collection, Map<String, Object> content, String key) {
        return send("/v1/" + collection, content, "/v1/" + collection + "/signing-request", key);
    }

    /** Stages the usual values of the groups that the content names. */
    private void stageAll(String collection, Map<String, Object> content, String key) {
        Kind kind = Kind.ofCollection(collection).orElseThrow();
        String id = IdempotencyKey.parse(key).recordId(kind);
        ((Map<?, ?>) Objects.requireNonNull(content.get("commitments")))
                .keySet()
                .forEach(group -> stage(collection, id, Contents.of(kind, (String) group)));
    }

    /** Takes an action without arguments. */
    public Reply act(String record, String action) {
        return send(
                "/v1/" + record + "/actions/" + action,
                Map.of("action", action),
                "/v1/" + record + "/signing-request",
                Api.key());
    }

    private Reply send(String path, Map<String, Object> content, String signingPath, String key) {
        return api.write(
                api.anybody(),
                path,
                signed(content, signingPath, key),
                request -> request.header("Idempotency-Key", key));
    }

    /** The content as it is sent, signed as the gateway says; what a new record is to hold is staged before. */
    public Map<String, Object> signed(Map<String, Object> content, String signingPath, String key) {
        String collection = signingPath.substring("/v1/".length(), signingPath.lastIndexOf('/'));
        if (Kind.ofCollection(collection).isPresent()) {
            stageAll(collection, content, key);
        }
        WebTestClient anybody = api.anybody();
        Reply request = Reply.of(anybody.post()
                        .uri(signingPath)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .bodyValue(content)
                        .exchange())
                .expect(200);
        Map<String, Object> signed = new HashMap<>(content);
        signed.put("expectedSeq", request.numberAt("/expectedSeq"));
        signed.put("notAfter", request.at("/notAfter"));
        signed.put("signatures", List.of(signature(Base64.getDecoder().decode(request.at("/bytes")))));
        return signed;
    }

    private Map<String, String> signature(byte[] bytes) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(keys.getPrivate());
            signer.update(bytes);
            String signature = Base64.getEncoder().encodeToString(lowS(signer.sign()));
            return Map.of("keyRole", "HOLDER", "spki", spki(), "signature", signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] lowS(byte[] signature) {
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, HALF, 2 * HALF));
        if (s.compareTo(ORDER.shiftRight(1)) <= 0) {
            return signature;
        }
        byte[] other = ORDER.subtract(s).toByteArray();
        byte[] low = Arrays.copyOf(signature, 2 * HALF);
        Arrays.fill(low, HALF, 2 * HALF, (byte) 0);
        int start = Math.max(0, other.length - HALF);
        System.arraycopy(other, start, low, 2 * HALF - (other.length - start), other.length - start);
        return low;
    }
}
