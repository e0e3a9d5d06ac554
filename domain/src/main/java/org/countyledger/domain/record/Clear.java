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
import java.util.function.Function;

/**
 * Fields that stand in clear on the ledger: text, integers of 64 bits, booleans, lists and maps of these. Immutable. An
 * accessor is empty for a value of another type, so what came from outside can be asked before it is checked.
 */
public final class Clear {
    public static final Clear EMPTY = new Clear(Map.of());

    private static final Object NOTHING_YET = new Object();

    private final SortedMap<String, Object> values;
    private volatile Object compiled = NOTHING_YET;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Clear(Map<String, ?> values) {
        this(copy(values));
    }

    /** Of values that are plain already and that nobody else changes. */
    private Clear(SortedMap<String, Object> plain) {
        this.values = Collections.unmodifiableSortedMap(plain);
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

    /**
     * A form of these fields that is worked out once and kept with them, such as the days of a calendar. The fields never
     * change, so neither does what follows from them; one form at a time is kept.
     */
    public <T> T compiled(Class<T> form, Function<Clear, T> compiler) {
        Object known = compiled;
        if (form.isInstance(known)) {
            return form.cast(known);
        }
        T made = compiler.apply(this);
        compiled = made;
        return made;
    }

    public List<Clear> objects(String name) {
        return items(name).stream().flatMap(item -> nested(item).stream()).toList();
    }

    public Optional<Clear> object(String name) {
        return Optional.ofNullable(values.get(name)).flatMap(Clear::nested);
    }

    /** This, with the fields of {@code other} added or replaced. */
    public Clear with(Clear other) {
        if (other.values.isEmpty()) {
            return this;
        }
        if (values.isEmpty()) {
            return other;
        }
        TreeMap<String, Object> merged = new TreeMap<>(values);
        merged.putAll(other.values);
        return new Clear(merged);
    }

    public Clear with(String name, Object value) {
        TreeMap<String, Object> more = new TreeMap<>(values);
        more.put(name, plain(value));
        return new Clear(more);
    }

    public Clear without(String name) {
        if (!values.containsKey(name)) {
            return this;
        }
        TreeMap<String, Object> rest = new TreeMap<>(values);
        rest.remove(name);
        return new Clear(rest);
    }

    public Clear only(Collection<String> names) {
        if (names.containsAll(values.keySet())) {
            return this;
        }
        TreeMap<String, Object> chosen = new TreeMap<>(values);
        chosen.keySet().retainAll(names);
        return new Clear(chosen);
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
        return value instanceof SortedMap<?, ?> map ? Optional.of(new Clear(sealed(map))) : Optional.empty();
    }

    /** Every object inside was made by {@link #plain}. */
    @SuppressWarnings("unchecked")
    private static SortedMap<String, Object> sealed(SortedMap<?, ?> plain) {
        return (SortedMap<String, Object>) plain;
    }

    private <T> Optional<T> typed(String name, Class<T> type) {
        Object value = values.get(name);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
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
