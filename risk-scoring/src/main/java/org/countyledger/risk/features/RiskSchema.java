package org.countyledger.risk.features;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countyledger.domain.record.CanonicalJson;

/**
 * What a model may know, fixed and versioned. A record has every field of the schema and no other; a column's place is
 * the place of its feature.
 */
public record RiskSchema(String name, int version, List<Feature> features) {
    public RiskSchema {
        features = List.copyOf(features);
        if (features.isEmpty() || version < 1) {
            throw new IllegalArgumentException("a schema has a version from 1 on and at least one feature");
        }
        Set<String> codes = new HashSet<>();
        for (Feature feature : features) {
            if (!codes.add(feature.code())) {
                throw new IllegalArgumentException(feature.code() + " stands twice in the schema");
            }
        }
    }

    /** Refuses a record that does not have exactly the fields of this schema. */
    public void check(Map<String, String> fields) {
        Set<String> known = features.stream().map(Feature::code).collect(Collectors.toSet());
        for (String field : fields.keySet()) {
            if (!known.contains(field)) {
                PersonAttributes.refuse(field);
                throw new RefusedFieldException(RefusedFieldException.Code.UNKNOWN_FIELD, field);
            }
        }
        for (Feature feature : features) {
            if (!fields.containsKey(feature.code())) {
                throw new RefusedFieldException(RefusedFieldException.Code.MISSING_FIELD, feature.code());
            }
        }
    }

    public int indexOf(String code) {
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no feature " + code);
    }

    public String digest() {
        return CanonicalJson.digest(this);
    }
}
