package org.countyledger.domain.lifecycle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countyledger.domain.record.Kind;

/** What a field in clear may hold. Personal content never does: free text stands in private groups. */
public sealed interface FieldType {

    /** What is wrong with the value; the value itself is not repeated. */
    Optional<String> problem(Object value);

    /** One of these. */
    record Code(List<String> codes) implements FieldType {
        @Override
        public Optional<String> problem(Object value) {
            return value instanceof String text && codes.contains(text)
                    ? Optional.empty()
                    : Optional.of("must be one of " + String.join(", ", codes));
        }
    }

    /** Text of this form. */
    record Text(String what, Pattern form) implements FieldType {
        @Override
        public Optional<String> problem(Object value) {
            return value instanceof String text && form.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of("must be " + what);
        }
    }

    /** A whole number in this range. */
    record Whole(long min, long max) implements FieldType {
        @Override
        public Optional<String> problem(Object value) {
            return value instanceof Long number && number >= min && number <= max
                    ? Optional.empty()
                    : Optional.of("must be a whole number from %d to %d".formatted(min, max));
        }
    }

    /** True or false. */
    record Flag() implements FieldType {
        @Override
        public Optional<String> problem(Object value) {
            return value instanceof Boolean ? Optional.empty() : Optional.of("must be true or false");
        }
    }

    /** Text that a parser of java.time takes. */
    record Time(String what, java.util.function.Consumer<String> parser) implements FieldType {
        @Override
        public Optional<String> problem(Object value) {
            if (value instanceof String text) {
                try {
                    parser.accept(text);
                    return Optional.empty();
                } catch (DateTimeException e) {
                    return Optional.of("must be " + what);
                }
            }
            return Optional.of("must be " + what);
        }
    }

    /** A list of such values. */
    record ListOf(FieldType items, int min, int max) implements FieldType {
        @Override
        public Optional<String> problem(Object value) {
            if (!(value instanceof List<?> list) || list.size() < min || list.size() > max) {
                return Optional.of("must be a list of %d to %d".formatted(min, max));
            }
            return list.stream().flatMap(item -> items.problem(item).stream()).findFirst();
        }
    }

    /** An object with these fields and no others. */
    record Composite(List<Field> fields) implements FieldType {
        @Override
        public Optional<String> problem(Object value) {
            if (!(value instanceof Map<?, ?> map)) {
                return Optional.of("must be an object");
            }
            Optional<String> unknown = map.keySet().stream()
                    .filter(name ->
                            fields.stream().noneMatch(field -> field.name().equals(name)))
                    .map(name -> "has an unknown field")
                    .findFirst();
            return unknown.or(() -> fields.stream()
                    .flatMap(field -> problem(field, map).stream())
                    .findFirst());
        }

        private static Optional<String> problem(Field field, Map<?, ?> map) {
            Object value = map.get(field.name());
            if (value == null) {
                return field.required() ? Optional.of(field.name() + " is missing") : Optional.empty();
            }
            return field.type().problem(value).map(problem -> field.name() + " " + problem);
        }
    }

    /** An object with names of this form. */
    record Named(Pattern names, int max, FieldType values) implements FieldType {
        @Override
        public Optional<String> problem(Object value) {
            boolean fine = value instanceof Map<?, ?> map
                    && map.size() <= max
                    && map.keySet().stream()
                            .allMatch(name -> names.matcher((String) name).matches());
            if (!fine) {
                return Optional.of("must be an object with well-formed names");
            }
            return ((Map<?, ?>) value)
                    .values().stream()
                            .flatMap(item -> values.problem(item).stream())
                            .findFirst();
        }
    }

    /** Whatever stands there: the row's guard checks it. */
    record Guarded() implements FieldType {
        @Override
        public Optional<String> problem(Object value) {
            return Optional.empty();
        }
    }

    /** Upper-case code such as a reason. */
    FieldType CODE = new Text("a code of capital letters, digits and _", Pattern.compile("[A-Z][A-Z0-9_]{1,39}"));

    FieldType NAME =
            new Text("a name of letters, digits, . _ : and -", Pattern.compile("[0-9A-Za-z][0-9A-Za-z._:-]{0,79}"));
    FieldType TOWN = new Text("a town code of nine digits", Pattern.compile("[0-9]{9}"));
    FieldType DIGEST = new Text("64 hexadecimal digits", Pattern.compile("[0-9a-f]{64}"));
    FieldType BASE64 = new Text("base64", Pattern.compile("[A-Za-z0-9+/]{16,800}={0,2}"));
    FieldType PHONE = new Text("a phone number", Pattern.compile("[0-9+() -]{3,20}"));
    /** A short public text, such as the name of a unit. */
    FieldType PUBLIC_NAME = new Text("a text of at most 120 characters", Pattern.compile("\\P{Cntrl}{1,120}"));

    FieldType STAFF = new Text("a staff number", Pattern.compile("[A-Z]{1,4}[0-9]{1,8}"));
    /** Name of a kind of record. */
    FieldType KIND = new Code(Arrays.stream(Kind.values()).map(Kind::wireName).toList());

    /** Takes the usual spelling at sight; every other is the parser's. */
    private static void month(String text) {
        boolean usual = text.length() == 7 && text.charAt(4) == '-' && digits(text, 0, 4) && digits(text, 5, 7);
        int month = usual ? (text.charAt(5) - '0') * 10 + text.charAt(6) - '0' : 0;
        if (month < 1 || month > 12) {
            YearMonth.parse(text);
        }
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    FieldType FLAG = new Flag();
    FieldType MONTH = new Time("a month, yyyy-MM", FieldType::month);
    FieldType DATE = new Time("a date, yyyy-MM-dd", LocalDate::parse);
    FieldType INSTANT = new Time("a time, RFC 3339 in UTC", Instant::parse);
    FieldType COUNT = new Whole(0, Long.MAX_VALUE);
}
