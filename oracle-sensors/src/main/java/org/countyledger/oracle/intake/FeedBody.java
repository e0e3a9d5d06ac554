package org.countyledger.oracle.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.countyledger.oracle.problem.ProblemCode;
import org.countyledger.oracle.problem.ProblemException;
import org.countyledger.oracle.window.Limits;
import org.countyledger.oracle.window.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code {datastream, readings: [{time, value}]}}: read strictly, so that a misspelt name is not an absent value. */
@Schema(hidden = true)
record FeedBody(String datastream, List<FeedBody.Item> items) {
    private static final Set<String> BODY = Set.of("datastream", "readings");
    private static final Set<String> ITEM = Set.of("time", "value");
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** One reading that can be read. */
    record Item(int index, Instant at, long milli) {
        String time() {
            return "/readings/" + index + "/time";
        }

        String value() {
            return "/readings/" + index + "/value";
        }
    }

    /** Reads a body; items that cannot be read are found wrong and left out. */
    static FeedBody read(byte[] body, int most, Findings findings) {
        JsonNode root = parse(body);
        JsonNode readings = root.path("readings");
        if (!hasOnly(root, BODY)
                || !readings.isArray()
                || !root.path("datastream").isString()) {
            throw new ProblemException(ProblemCode.MALFORMED_REQUEST);
        }
        if (readings.size() > most) {
            throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            item(i, readings.get(i), findings).ifPresent(items::add);
        }
        return new FeedBody(root.path("datastream").asString(), items);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new ProblemException(ProblemCode.MALFORMED_REQUEST);
        }
    }

    private static boolean hasOnly(JsonNode node, Set<String> names) {
        return node.isObject() && names.containsAll(node.propertyNames());
    }

    private static Optional<Item> item(int index, JsonNode node, Findings findings) {
        if (!hasOnly(node, ITEM)) {
            findings.add("/readings/" + index, Refusal.MALFORMED);
            return Optional.empty();
        }
        Optional<Instant> at = time(node.path("time"));
        Optional<BigDecimal> value = value(node.path("value"));
        boolean isTime = findings.isFine(
                "/readings/" + index + "/time", at.isEmpty() ? Optional.of(Refusal.TIME_MALFORMED) : Optional.empty());
        boolean isValue = findings.isFine(
                "/readings/" + index + "/value",
                value.map(Limits::ofValue).orElse(Optional.of(Refusal.VALUE_NOT_A_NUMBER)));
        return isTime && isValue
                ? Optional.of(new Item(index, at.orElseThrow(), Limits.milli(value.orElseThrow())))
                : Optional.empty();
    }

    private static Optional<Instant> time(JsonNode node) {
        if (!node.isString() || !RFC_3339.matcher(node.stringValue()).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    OffsetDateTime.parse(node.stringValue()).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> value(JsonNode node) {
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }
}
