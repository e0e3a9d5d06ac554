package org.countyledger.domain.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random documents, and spellings of them that are as far from canonical as JSON allows. */
final class RandomJson {
    private static final long LARGEST_EXACT_DOUBLE = 1L << 53;
    private static final int[] LIMITS = {0x20, 0x80, 0x800, 0xd800, 0x10000, 0x110000};

    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    Map<String, Object> document() {
        return object(4);
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        IntStream.range(0, random.nextInt(6)).forEach(i -> object.put(text(), value(depth)));
        return object;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> text();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong(-LARGEST_EXACT_DOUBLE, LARGEST_EXACT_DOUBLE) >> random.nextInt(54);
            case 3 ->
                IntStream.range(0, random.nextInt(5))
                        .mapToObj(i -> value(depth - 1))
                        .toList();
            default -> object(depth - 1);
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int point = random.nextInt(LIMITS[random.nextInt(LIMITS.length)]);
            text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? '"' : point);
        }
        return text.toString();
    }

    /** The document with its names in any order, needless escapes and blanks. */
    String spelled(Object value) {
        return switch (value) {
            case Map<?, ?> map -> spelledObject(map);
            case List<?> list -> list.stream().map(this::spelled).collect(Collectors.joining(blank() + ",", "[", "]"));
            case String text -> spelledText(text);
            default -> blank() + value;
        };
    }

    private String spelledObject(Map<?, ?> map) {
        List<Map.Entry<?, ?>> shuffled = new ArrayList<>(map.entrySet());
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .map(entry -> spelledText((String) entry.getKey()) + blank() + ":" + spelled(entry.getValue()))
                .collect(Collectors.joining("," + blank(), "{", blank() + "}"));
    }

    private String spelledText(String text) {
        return text.chars().mapToObj(this::spelledUnit).collect(Collectors.joining("", "\"", "\""));
    }

    private String spelledUnit(int unit) {
        boolean mustEscape = unit < 0x20 || unit == '"' || unit == '\\' || Character.isSurrogate((char) unit);
        return mustEscape || random.nextInt(4) == 0 ? "\\u%04x".formatted(unit) : Character.toString(unit);
    }

    private String blank() {
        return " \n\t".substring(random.nextInt(3)).substring(0, random.nextInt(2));
    }
}
