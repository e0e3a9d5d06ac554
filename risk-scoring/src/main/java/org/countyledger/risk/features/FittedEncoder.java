package org.countyledger.risk.features;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns a record into a row of integers. A category's code is its place in the fitted order, from 1; 0 is whatever was
 * not seen, or too rarely, when the encoder was fitted. A number's code is its step.
 */
public final class FittedEncoder {
    /** The code of what was not seen. */
    public static final int UNSEEN = 0;

    private final RiskSchema schema;
    private final Map<String, List<String>> categories;
    private final List<Map<String, Integer>> codes;

    /**
     * An encoder as it was fitted.
     *
     * @param categories for each categorical feature its values in the order of their codes
     */
    public FittedEncoder(RiskSchema schema, Map<String, List<String>> categories) {
        this.schema = schema;
        this.categories = new TreeMap<>(categories);
        this.codes = schema.features().stream()
                .map(feature -> codes(feature, categories))
                .toList();
        long wanted = schema.features().stream().filter(Feature::isCategory).count();
        if (categories.size() != wanted) {
            throw new IllegalArgumentException("an encoder names the categorical features of its schema and no other");
        }
    }

    private static Map<String, Integer> codes(Feature feature, Map<String, List<String>> categories) {
        if (!feature.isCategory()) {
            return Map.of();
        }
        List<String> values = categories.get(feature.code());
        if (values == null || new HashSet<>(values).size() != values.size()) {
            throw new IllegalArgumentException(feature.code() + ": every value has one code");
        }
        Map<String, Integer> codes = new HashMap<>();
        values.forEach(value -> codes.put(value, codes.size() + 1));
        return codes;
    }

    public RiskSchema schema() {
        return schema;
    }

    public Map<String, List<String>> categories() {
        return categories;
    }

    /** The row of a record; a record with other fields than the schema's is refused. */
    public int[] encode(Map<String, String> fields) {
        schema.check(fields);
        int[] row = new int[codes.size()];
        for (int i = 0; i < row.length; i++) {
            Feature feature = schema.features().get(i);
            String value = fields.getOrDefault(feature.code(), "");
            row[i] = feature.isCategory() ? codes.get(i).getOrDefault(value, UNSEEN) : feature.step(value);
        }
        return row;
    }
}
