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

    /** Reads a private value for the record itself. */
    public Reply read(Case record, String group) {
        return api.get(record.path() + "/content/" + group, "Authorization", bearer(), "X-Purpose-Record", record.id());
    }

    /** Shows a private value to another organisation. */
    public Reply disclose(Case record, String group, String mspId) {
        return api.post(
                record.path() + "/content/" + group + "/disclosures",
                Map.of("recipient", mspId),
                "Idempotency-Key",
                Key.next().text(),
                "Authorization",
                bearer(),
                "X-Purpose-Record",
                record.id());
    }

    /** Posts whatever it is. */
    public Reply post(String path, Object body, Key key) {
        return api.post(path, body, "Idempotency-Key", key.text(), "Prefer", "wait=30", "Authorization", bearer());
    }

    public String bearer() {
        return "Bearer " + token;
    }
}
