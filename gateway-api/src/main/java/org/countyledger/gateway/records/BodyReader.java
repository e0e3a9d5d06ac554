package org.countyledger.gateway.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.FieldProblem;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Reads the body of a command strictly, and says everything that is wrong with its form at once. */
final class BodyReader {
    private static final Set<String> NAMES =
            Set.of("action", "id", "expectedSeq", "clear", "commitments", "evidence", "notAfter", "signatures");
    private static final Set<String> SIGNATURE_NAMES = Set.of("keyRole", "spki", "signature");
    private static final Pattern COMMITMENT = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_SIGNATURES = 8;

    private final BodyProblems problems = new BodyProblems();
    private final PlainValues values = new PlainValues(problems);

    private BodyReader() {}

    static CommandBody read(byte[] json) {
        BodyReader reader = new BodyReader();
        CommandBody body = reader.body(tree(json));
        reader.problems.throwIfAny();
        return body;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return CanonicalJson.read(json, JsonNode.class);
        } catch (MalformedJson e) {
            FieldProblem place =
                    new FieldProblem(e.pointer(), new Text("不是格式正确的 JSON。", "It is not well-formed JSON."));
            throw new ProblemException(Finding.of(ProblemCode.MALFORMED_REQUEST).with(List.of(place)));
        }
    }

    private CommandBody body(JsonNode tree) {
        problems.onlyKnown("", tree, NAMES);
        return new CommandBody(
                text(tree, "action"),
                text(tree, "id"),
                whole(tree, "expectedSeq"),
                clear(tree),
                commitments(tree.path("commitments")),
                moment(tree, "notAfter"),
                signatures(tree.path("signatures")));
    }

    private Optional<String> text(JsonNode tree, String name) {
        return values.given(tree, name).flatMap(node -> values.text("/" + name, node));
    }

    private Optional<Long> whole(JsonNode tree, String name) {
        return values.given(tree, name).flatMap(node -> values.whole("/" + name, node));
    }

    private Optional<Instant> moment(JsonNode tree, String name) {
        return text(tree, name).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException e) {
                problems.add("/" + name, BodyProblems.NO_TIME);
                return Optional.empty();
            }
        });
    }

    private Clear clear(JsonNode tree) {
        Clear clear = new Clear(values.object("/clear", tree.path("clear")));
        List<Object> evidence = values.list("/evidence", tree.path("evidence"));
        if (evidence.isEmpty()) {
            return clear;
        }
        if (clear.has("evidence")) {
            problems.add("/clear/evidence", BodyProblems.TWICE);
            return clear;
        }
        return clear.with("evidence", evidence);
    }

    private SortedMap<String, String> commitments(JsonNode node) {
        SortedMap<String, String> commitments = new TreeMap<>();
        values.object("/commitments", node).forEach((group, value) -> {
            if (value instanceof String text && COMMITMENT.matcher(text).matches()) {
                commitments.put(group, text);
            } else {
                problems.add("/commitments/" + group, BodyProblems.NO_DIGEST);
            }
        });
        return commitments;
    }

    private List<CommandSignature> signatures(JsonNode node) {
        List<Object> unused = values.list("/signatures", node);
        if (node.size() > MAX_SIGNATURES) {
            problems.add("/signatures", BodyProblems.TOO_MANY);
        }
        return java.util.stream.IntStream.range(0, node.size())
                .mapToObj(i -> signature("/signatures/" + i, node.get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<CommandSignature> signature(String pointer, JsonNode node) {
        problems.onlyKnown(pointer, node, SIGNATURE_NAMES);
        Optional<String> role = values.text(pointer + "/keyRole", node.path("keyRole"));
        Optional<String> spki = values.text(pointer + "/spki", node.path("spki"));
        Optional<String> signature = values.text(pointer + "/signature", node.path("signature"));
        if (role.isPresent() && !isKeyRole(role.get())) {
            problems.add(pointer + "/keyRole", BodyProblems.NO_KEY_ROLE);
            return Optional.empty();
        }
        return role.isPresent() && spki.isPresent() && signature.isPresent()
                ? Optional.of(new CommandSignature(KeyRole.valueOf(role.get()), spki.get(), signature.get()))
                : Optional.empty();
    }

    private static boolean isKeyRole(String name) {
        return java.util.Arrays.stream(KeyRole.values())
                .anyMatch(role -> role.name().equals(name));
    }
}
