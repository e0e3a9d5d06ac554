package org.countyledger.acceptance.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A resident with a fresh key for one record, which never travels. */
public record Resident(Api api, Signing key) {
    public static final String TOWN = "990121101";

    public static Resident of(County county) {
        return new Resident(county.gateway(), Signing.fresh());
    }

    /** An application for the minimum living allowance. */
    public Command application() {
        Map<String, Object> clear = Map.of(
                "programme", "DIBAO",
                "town", TOWN,
                "band", "3",
                "channel", "ONLINE",
                "custody", "SELF_HELD",
                "key", key.spki());
        return creation(
                Kind.APPLICATION, "submit", new Command.Content(clear, Papers.of(Kind.APPLICATION, "form", "consent")));
    }

    /** A grievance without a name. */
    public Command grievance(String category) {
        Map<String, Object> clear = Map.of(
                "category",
                category,
                "town",
                TOWN,
                "mode",
                "ANONYMOUS",
                "urgent",
                false,
                "custody",
                "SELF_HELD",
                "key",
                key.spki());
        return creation(Kind.GRIEVANCE, "register", new Command.Content(clear, Papers.of(Kind.GRIEVANCE, "text")));
    }

    private static Command creation(Kind kind, String action, Command.Content content) {
        Key key = Key.next();
        return Command.of(new Command.Target(kind, key.recordId(kind.wireName()), action, 0), content, key);
    }

    /** Reads a private value of the record by its key. */
    public Reply read(Case record, String group) {
        String notAfter =
                Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString();
        Map<String, Object> asked = Map.of(
                "channel",
                County.CHANNEL,
                "chaincode",
                County.CHAINCODE,
                "kind",
                record.kind().wireName(),
                "id",
                record.id(),
                "group",
                group,
                "notAfter",
                notAfter);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("county/read/v1".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(Json.canonical(asked));
        byte[] proof = Json.canonical(Map.of(
                "notAfter",
                notAfter,
                "signature",
                Map.of("keyRole", "HOLDER", "spki", key.spki(), "signature", key.sign(bytes.toByteArray()))));
        return api.get(
                record.path() + "/content/" + group,
                "Authorization",
                "RecordKey " + Base64.getUrlEncoder().encodeToString(proof));
    }

    /** Stages the papers that the command names, then signs and sends it. */
    public Reply file(Command command) {
        stage(command);
        return submit(command);
    }

    /** Whether all papers that the command names are staged now; each is the first of its group. */
    public boolean stage(Command command) {
        return command.content().commitments().entrySet().stream()
                .allMatch(paper -> stage(command, paper.getKey(), paper.getValue()));
    }

    private boolean stage(Command command, String group, String commitment) {
        Map<String, Object> signed = Map.of(
                "channel",
                County.CHANNEL,
                "chaincode",
                County.CHAINCODE,
                "key",
                command.target().kind().wireName() + "/" + command.target().id() + "/" + group + "/1",
                "commitment",
                commitment,
                "notAfter",
                command.notAfter());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("county/stage/v1".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(Json.canonical(signed));
        Map<String, Object> body = Map.of(
                "value",
                Papers.value(commitment),
                "notAfter",
                command.notAfter(),
                "signature",
                Map.of("keyRole", "HOLDER", "spki", key.spki(), "signature", key.sign(bytes.toByteArray())));
        return api.post(
                        command.contentPath(group),
                        body,
                        "Idempotency-Key",
                        Key.next().text())
                .isStaged();
    }

    /** Signs and sends. */
    public Reply submit(Command command) {
        return send(command, key.sign(command.signedBytes()));
    }

    /** Sends with a signature that may be of anything. */
    public Reply send(Command command, String signature) {
        return api.post(
                command.path(),
                command.body(List.of(new Command.Signed("HOLDER", key.spki(), signature))),
                "Idempotency-Key",
                command.key().text(),
                "Prefer",
                "wait=30");
    }
}
