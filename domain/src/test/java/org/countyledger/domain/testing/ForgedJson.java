package org.countyledger.domain.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.countyledger.domain.record.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes to JSON that somebody signed: to its bytes, blindly, and to its fields, by one who knows what they mean. */
public final class ForgedJson {
    private static final List<Sort> SORTS = List.of(Sort.values());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String LETTERS = "0123456789abcdefABCDEFXYZ+/=-";

    private final Random random;
    private final List<byte[]> others;

    /** What is changed. */
    public enum Sort {
        FLIP,
        REPLACE,
        DELETE,
        INSERT,
        TRUNCATE,
        TEXT,
        NUMBER,
        DROP,
        ADD,
        RENAME,
        TWICE,
        BORROW
    }

    /** A place of a tree that can be given another value. */
    private record Place(JsonNode parent, String name, int index) {
        Optional<JsonNode> value() {
            return Optional.ofNullable(parent.isObject() ? parent.get(name) : parent.get(index));
        }

        void put(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else if (parent instanceof ArrayNode array) {
                array.set(index, value);
            }
        }
    }

    /**
     * Changes drawn from this source.
     *
     * @param others good documents of the same form, from which values are borrowed
     */
    public ForgedJson(Random random, List<byte[]> others) {
        this.random = random;
        this.others = List.copyOf(others);
    }

    /** Any of them. */
    public Sort anySort() {
        return SORTS.get(random.nextInt(SORTS.size()));
    }

    /** Other bytes, or by chance the same. */
    public byte[] changed(Sort sort, byte[] json) {
        int place = random.nextInt(json.length);
        return switch (sort) {
            case FLIP -> spliced(json, place, 1, new byte[] {(byte) (json[place] ^ (1 << random.nextInt(8)))});
            case REPLACE -> spliced(json, place, 1, new byte[] {(byte) (32 + random.nextInt(95))});
            case DELETE -> spliced(json, place, Math.min(json.length - place, 1 + random.nextInt(20)), new byte[0]);
            case INSERT ->
                spliced(json, place, 0, letters(1 + random.nextInt(4)).getBytes(StandardCharsets.US_ASCII));
            case TRUNCATE -> spliced(json, place, json.length - place, new byte[0]);
            case TEXT, NUMBER, DROP, ADD, RENAME, TWICE, BORROW -> inTree(sort, json);
        };
    }

    private static byte[] spliced(byte[] bytes, int from, int length, byte[] middle) {
        byte[] made = new byte[bytes.length - length + middle.length];
        System.arraycopy(bytes, 0, made, 0, from);
        System.arraycopy(middle, 0, made, from, middle.length);
        System.arraycopy(bytes, from + length, made, from + middle.length, bytes.length - from - length);
        return made;
    }

    private byte[] inTree(Sort sort, byte[] json) {
        JsonNode tree = CanonicalJson.read(json, JsonNode.class);
        switch (sort) {
            case TEXT -> any(tree, JsonNode::isString).ifPresent(place -> place.put(otherText(place)));
            case NUMBER -> any(tree, JsonNode::isNumber).ifPresent(place -> place.put(otherNumber(place)));
            case DROP -> any(tree, node -> true).ifPresent(this::drop);
            case ADD -> any(tree, JsonNode::isObject).ifPresent(this::add);
            case RENAME -> any(tree, node -> true).ifPresent(this::rename);
            case TWICE -> any(tree, JsonNode::isArray).ifPresent(this::twice);
            default -> borrow(tree);
        }
        return CanonicalJson.write(tree);
    }

    private Optional<Place> any(JsonNode tree, Predicate<JsonNode> wanted) {
        List<Place> places = places(tree).stream()
                .filter(place -> place.value().filter(wanted).isPresent())
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get(random.nextInt(places.size())));
    }

    private static List<Place> places(JsonNode node) {
        List<Place> places = new ArrayList<>();
        node.propertyNames().forEach(name -> places.add(new Place(node, name, 0)));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(new Place(node, "", i));
        }
        node.forEach(child -> places.addAll(places(child)));
        return places;
    }

    private JsonNode otherText(Place place) {
        String text = place.value().orElseThrow().stringValue();
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(2));
        return NODES.stringNode(text.substring(0, at) + letters(random.nextInt(2)) + text.substring(end));
    }

    private JsonNode otherNumber(Place place) {
        return NODES.numberNode(place.value().orElseThrow().longValue() + 1 - random.nextInt(3));
    }

    private void drop(Place place) {
        if (place.parent() instanceof ObjectNode object) {
            object.remove(place.name());
        } else if (place.parent() instanceof ArrayNode array) {
            array.remove(place.index());
        }
    }

    private void add(Place place) {
        ObjectNode object = (ObjectNode) place.value().orElseThrow();
        Place other =
                any(CanonicalJson.read(other(), JsonNode.class), node -> true).orElseThrow();
        object.set(
                other.name().isEmpty() ? "added" : other.name(), other.value().orElseThrow());
    }

    private void rename(Place place) {
        if (place.parent() instanceof ObjectNode object) {
            JsonNode value = object.remove(place.name());
            object.set(place.name() + letters(1), value);
        }
    }

    private void twice(Place place) {
        ArrayNode array = (ArrayNode) place.value().orElseThrow();
        if (!array.isEmpty()) {
            array.add(array.get(random.nextInt(array.size())));
        }
    }

    /** The value that another document has in the same place, or any place of that name. */
    private void borrow(JsonNode tree) {
        Place place = any(tree, node -> true).orElseThrow();
        List<Place> same = places(CanonicalJson.read(other(), JsonNode.class)).stream()
                .filter(candidate -> candidate.name().equals(place.name()))
                .toList();
        if (!same.isEmpty()) {
            place.put(same.get(random.nextInt(same.size())).value().orElseThrow());
        }
    }

    private byte[] other() {
        return others.get(random.nextInt(others.size()));
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
