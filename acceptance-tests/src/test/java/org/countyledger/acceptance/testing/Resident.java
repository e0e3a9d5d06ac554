package org.countyledger.acceptance.testing;

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
        return creation(Kind.APPLICATION, "submit", new Command.Content(clear, Papers.of("form", "consent")));
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
        return creation(Kind.GRIEVANCE, "register", new Command.Content(clear, Papers.of("text")));
    }

    private static Command creation(Kind kind, String action, Command.Content content) {
        Key key = Key.next();
        return Command.of(new Command.Target(kind, key.recordId(kind.wireName()), action, 0), content, key);
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
