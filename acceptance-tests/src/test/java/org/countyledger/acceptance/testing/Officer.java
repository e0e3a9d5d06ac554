package org.countyledger.acceptance.testing;

import java.util.List;
import java.util.Map;

/** Somebody with a bearer token. */
public record Officer(Api api, String staff, String token) {

    public Reply submit(Command command) {
        return api.post(
                command.path(),
                command.body(List.of()),
                "Idempotency-Key",
                command.key().text(),
                "Prefer",
                "wait=30",
                "Authorization",
                bearer());
    }

    /** Stages the papers that the command names, then sends it. */
    public Reply file(Command command) {
        stage(command);
        return submit(command);
    }

    /** Whether all papers that the command names are staged now. */
    public boolean stage(Command command) {
        return command.content().commitments().entrySet().stream()
                .allMatch(paper -> post(
                                command.contentPath(paper.getKey()),
                                Map.of("value", Papers.value(paper.getValue())),
                                Key.next())
                        .isStaged());
    }

    public Reply get(String path) {
        return api.get(path, "Authorization", bearer());
    }

    /** Posts whatever it is. */
    public Reply post(String path, Object body, Key key) {
        return api.post(path, body, "Idempotency-Key", key.text(), "Prefer", "wait=30", "Authorization", bearer());
    }

    public String bearer() {
        return "Bearer " + token;
    }
}
