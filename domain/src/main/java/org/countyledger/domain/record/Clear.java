package org.countyledger.domain.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fields that stand in clear on the ledger: text, integers of 64 bits, booleans, lists and maps of these. Immutable. An
 * accessor is empty for a value of another type, so what came from outside can be asked before it is checked.
 */
public final class Clear {
    public static final Clear EMPTY = new Clear(Map.of());

    private final SortedMap<String, Object> values;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Clear(Map<String, ?> values) {
        this.values = Collections.unmodifiableSortedMap(copy(values));
    }

    public static Clear of(String name, Object value) {
        return new Clear(Map.of(name, value));
    }

    /** The fields of a record of this domain. */
    public static Clear read(Object value) {
        return CanonicalJson.read(CanonicalJson.write(value), Clear.class);
    }

    @JsonValue
    public SortedMap<String, Object> values() {
        return values;
    }

    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        return typed(name, String.class);
    }

    public Optional<Long> integer(String name) {
        return typed(name, Long.class);
    }

    public Optional<Boolean> flag(String name) {
        return typed(name, Boolean.class);
    }

    /** Whether a boolean field is there and true. */
    public boolean isTrue(String name) {
        return flag(name).orElse(false);
    }

    public List<String> texts(String name) {
        return items(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    public List<Clear> objects(String name) {
        return items(name).stream().flatMap(item -> nested(item).stream()).toList();
    }

    public Optional<Clear> object(String name) {
        return Optional.ofNullable(values.get(name)).flatMap(Clear::nested);
    }

    /** This, with the fields of {@code other} added or replaced. */
    public Clear with(Clear other) {
        TreeMap<String, Object> merged = new TreeMap<>(values);
        merged.putAll(other.values);
        return new Clear(merged);
    }

    public Clear with(String name, Object value) {
        return with(of(name, value));
    }

    public Clear without(String name) {
        TreeMap<String, Object> rest = new TreeMap<>(values);
        rest.remove(name);
        return new Clear(rest);
    }

    public Clear only(Collection<String> names) {
        return new Clear(values.entrySet().stream()
                .filter(entry -> names.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Reads the field {@code name} as a record of this domain. */
    public <T> Optional<T> as(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(value -> CanonicalJson.read(CanonicalJson.write(value), type));
    }

    public <T> List<T> listOf(String name, Class<T> type) {
        return items(name).stream()
                .map(item -> CanonicalJson.read(CanonicalJson.write(item), type))
                .toList();
    }

    private List<?> items(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Optional<Clear> nested(Object value) {
        return value instanceof Map<?, ?> map ? Optional.of(new Clear(copy(map))) : Optional.empty();
    }

    private <T> Optional<T> typed(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).filter(type::isInstance).map(type::cast);
    }

    private static SortedMap<String, Object> copy(Map<?, ?> map) {
        TreeMap<String, Object> copy = new TreeMap<>();
        map.forEach((name, item) -> copy.put((String) name, plain(item)));
        return copy;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean flag -> flag;
            case Integer number -> (long) number;
            case Long number -> number;
            case Clear clear -> clear.values;
            case List<?> list -> list.stream().map(Clear::plain).toList();
            case Map<?, ?> map -> Collections.unmodifiableSortedMap(copy(map));
            default ->
                throw new IllegalArgumentException("clear fields are text, integers, booleans, lists and objects");
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clear clear && clear.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Clear" + values.keySet();
    }
}
