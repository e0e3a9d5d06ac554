package org.countyledger.domain.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.record.Clear;

/** Random values that a field takes. */
public final class Plausible {
    private static final List<Object> ANYTHING = List.of("", "x", -1L, Long.MAX_VALUE, true, List.of(), Map.of());

    private static final List<String> TEXTS = List.of(
            "CODE_A",
            "GRANTED",
            "welfare",
            Officers.TOWN,
            Officers.GRID,
            "d".repeat(64),
            ResidentKey.of("plausible").spki(),
            "0571-00000000",
            "S00100101",
            "2026-04",
            "2026-04-01",
            "2026-03-01T01:00:00Z",
            "civil-affairs",
            "0f0e0d0c-0b0a-8908-8706-050403020100");

    private static final Map<String, Object> ENTRY = Map.of("value", 1L, "unit", "wd", "source", "default");

    private final Random random;
    private final int oddOneIn;

    public Plausible(Random random) {
        this(random, Integer.MAX_VALUE);
    }

    private Plausible(Random random, int oddOneIn) {
        this.random = random;
        this.oddOneIn = oddOneIn;
    }

    /** With a value now and then that the field does not take. */
    public Plausible orOdd() {
        return new Plausible(random, 25);
    }

    /** Values for these fields; an optional one is left out now and then. */
    public Clear fields(List<Field> fields) {
        Map<String, Object> values = new HashMap<>();
        for (Field field : fields) {
            if (field.required() || random.nextBoolean()) {
                values.put(field.name(), value(field.type()));
            }
        }
        return new Clear(values);
    }

    private Object value(FieldType type) {
        return random.nextInt(oddOneIn) == 0 ? one(ANYTHING) : fitting(type);
    }

    private Object fitting(FieldType type) {
        return switch (type) {
            case FieldType.Code code -> one(code.codes());
            case FieldType.Text text -> oneText(text);
            case FieldType.Time time -> oneText(time);
            case FieldType.Whole whole -> whole(whole);
            case FieldType.Flag flag -> random.nextBoolean();
            case FieldType.ListOf list -> list(list);
            case FieldType.Composite composite -> fields(composite.fields()).values();
            case FieldType.Named named -> named(named);
            case FieldType.Guarded guarded -> ENTRY;
        };
    }

    private Object whole(FieldType.Whole whole) {
        return random.nextInt(4) == 0 ? whole.max() : Math.min(whole.max(), whole.min() + random.nextInt(4));
    }

    private Object oneText(FieldType type) {
        List<String> taken =
                TEXTS.stream().filter(text -> type.problem(text).isEmpty()).toList();
        return taken.isEmpty() ? "" : one(taken);
    }

    private Object list(FieldType.ListOf list) {
        int size = Math.min(list.max(), list.min() + random.nextInt(3));
        return IntStream.range(0, size).mapToObj(i -> value(list.items())).toList();
    }

    private Object named(FieldType.Named named) {
        Map<String, Object> values = new HashMap<>();
        List.of("total.wd", "code", "demonstration").stream()
                .filter(name -> named.names().matcher(name).matches() && random.nextBoolean())
                .forEach(name -> values.put(name, value(named.values())));
        return values;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
