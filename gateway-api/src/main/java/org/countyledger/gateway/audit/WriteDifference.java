package org.countyledger.gateway.audit;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.countyledger.domain.record.CanonicalJson;
import tools.jackson.databind.JsonNode;

/**
 * The first place at which two sets of writes differ.
 *
 * @param pointer JSON pointer within the value of the key; empty for the whole
 */
record WriteDifference(String key, String pointer, Optional<String> recorded, Optional<String> decided) {

    static Optional<WriteDifference> first(SortedMap<String, String> recorded, SortedMap<String, String> decided) {
        TreeSet<String> keys = new TreeSet<>(recorded.keySet());
        keys.addAll(decided.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(recorded.get(key), decided.get(key)))
                .findFirst()
                .map(key -> at(key, Optional.ofNullable(recorded.get(key)), Optional.ofNullable(decided.get(key))));
    }

    /** Where nothing was decided that could be written. */
    static WriteDifference other(SortedMap<String, String> recorded, String decided) {
        String key = recorded.isEmpty() ? "" : recorded.firstKey();
        return new WriteDifference(key, "", Optional.ofNullable(recorded.get(key)), Optional.of(decided));
    }

    private static WriteDifference at(String key, Optional<String> recorded, Optional<String> decided) {
        if (recorded.isEmpty() || decided.isEmpty()) {
            return new WriteDifference(key, "", recorded, decided);
        }
        JsonNode one = CanonicalJson.read(recorded.get(), JsonNode.class);
        JsonNode other = CanonicalJson.read(decided.get(), JsonNode.class);
        String pointer = pointer(one, other);
        return new WriteDifference(key, pointer, text(one.at(pointer)), text(other.at(pointer)));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node.toString());
    }

    private static String pointer(JsonNode one, JsonNode other) {
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                if (!one.get(i).equals(other.get(i))) {
                    return "/" + i + pointer(one.get(i), other.get(i));
                }
            }
        }
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>(one.propertyNames());
            names.addAll(other.propertyNames());
            for (String name : names) {
                if (!one.path(name).equals(other.path(name))) {
                    return "/" + name.replace("~", "~0").replace("/", "~1") + pointer(one.path(name), other.path(name));
                }
            }
        }
        return "";
    }
}
