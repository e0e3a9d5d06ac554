package org.countyledger.gateway.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Turns JSON into the values that may stand in clear: text, integers of 64 bits, booleans, lists and objects of these. */
final class PlainValues {
    private final BodyProblems problems;

    PlainValues(BodyProblems problems) {
        this.problems = problems;
    }

    /** The field, if it is there at all. */
    Optional<JsonNode> given(JsonNode tree, String name) {
        return tree.has(name) ? Optional.of(tree.path(name)) : Optional.empty();
    }

    Optional<String> text(String pointer, JsonNode node) {
        if (node.isString()) {
            return Optional.of(node.stringValue());
        }
        problems.add(pointer, node.isMissingNode() ? BodyProblems.MISSING : BodyProblems.NO_TEXT);
        return Optional.empty();
    }

    Optional<Long> whole(String pointer, JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Optional.of(node.longValue());
        }
        problems.add(pointer, BodyProblems.NO_WHOLE);
        return Optional.empty();
    }

    /** Empty if it is missing or no object. */
    SortedMap<String, Object> object(String pointer, JsonNode node) {
        if (!node.isObject() && !node.isMissingNode()) {
            problems.add(pointer, BodyProblems.NO_OBJECT);
        }
        SortedMap<String, Object> object = new TreeMap<>();
        node.properties()
                .forEach(field -> value(pointer + "/" + field.getKey(), field.getValue())
                        .ifPresent(value -> object.put(field.getKey(), value)));
        return object;
    }

    /** Empty if it is missing or no list. */
    List<Object> list(String pointer, JsonNode node) {
        if (!node.isArray()) {
            if (!node.isMissingNode()) {
                problems.add(pointer, BodyProblems.NO_LIST);
            }
            return List.of();
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            value(pointer + "/" + i, node.get(i)).ifPresent(list::add);
        }
        return list;
    }

    private Optional<Object> value(String pointer, JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Optional.of(node.stringValue());
            case BOOLEAN -> Optional.of(node.booleanValue());
            case NUMBER -> whole(pointer, node).map(number -> number);
            case OBJECT -> Optional.of(object(pointer, node));
            case ARRAY -> Optional.of(list(pointer, node));
            case NULL, MISSING, BINARY, POJO -> {
                problems.add(pointer, BodyProblems.NO_VALUE);
                yield Optional.empty();
            }
        };
    }
}
