package org.countyledger.acceptance.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One wish to move one record, and how it is written and signed. */
public record Command(Target target, Content content, Key key, String notAfter) {
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final String DOMAIN = "county/command/v1";

    /** Which record is to make which step. */
    public record Target(Kind kind, String id, String action, long seq) {
        boolean creates() {
            return seq == 0;
        }
    }

    /** What comes with it. */
    public record Content(Map<String, Object> clear, Map<String, String> commitments) {}

    /** A signature by a record's key. */
    public record Signed(String keyRole, String spki, String signature) {}

    public static Command of(Target target, Content content, Key key) {
        return new Command(
                target,
                content,
                key,
                Instant.now().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS).toString());
    }

    public Command with(Target other) {
        return new Command(other, content, key, notAfter);
    }

    public Command with(Content other) {
        return new Command(target, other, key, notAfter);
    }

    public Command with(Key other) {
        return new Command(target, content, other, notAfter);
    }

    /** The exact bytes that record keys sign. */
    public byte[] signedBytes() {
        Map<String, Object> signed = new HashMap<>(Map.of(
                "channel", County.CHANNEL,
                "chaincode", County.CHAINCODE,
                "kind", target.kind().wireName(),
                "id", target.id(),
                "action", target.action(),
                "expectedSeq", target.seq(),
                "clear", content.clear(),
                "commitments", content.commitments(),
                "idempotencyTag", key.tag(),
                "notAfter", notAfter));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(DOMAIN.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(Json.canonical(signed));
        return bytes.toByteArray();
    }

    /** Where it is posted. */
    public String path() {
        return target.creates()
                ? "/v1/" + target.kind().collection()
                : target.kind().path(target.id()) + "/actions/" + target.action();
    }

    /** Where a paper of this group is staged. */
    public String contentPath(String group) {
        return target.kind().path(target.id()) + "/content/" + group;
    }

    /** What is posted. */
    public Map<String, Object> body(List<Signed> signatures) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "expectedSeq", target.seq(),
                "clear", content.clear(),
                "commitments", content.commitments(),
                "notAfter", notAfter,
                "signatures",
                        signatures.stream()
                                .map(signed -> Map.of(
                                        "keyRole", signed.keyRole(),
                                        "spki", signed.spki(),
                                        "signature", signed.signature()))
                                .toList()));
        if (target.creates()) {
            body.put("action", target.action());
            body.put("id", target.id());
        }
        return body;
    }
}
