package org.countyledger.risk.explain;

import java.util.Map;
import org.countyledger.risk.features.Feature;
import org.countyledger.risk.features.RiskSchema;

/** Contributions in plain words. */
public final class Sentences {
    private final RiskSchema schema;

    public Sentences(RiskSchema schema) {
        this.schema = schema;
    }

    public String zh(Contribution contribution, Map<String, String> fields) {
        String value = value(contribution, fields);
        return label(contribution).zh() + "（" + ("?".equals(value) ? "未填" : value) + "）"
                + (contribution.millionths() > 0 ? "使评分升高。" : "使评分降低。");
    }

    public String en(Contribution contribution, Map<String, String> fields) {
        String value = value(contribution, fields);
        String label = label(contribution).en();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1) + " ("
                + ("?".equals(value) ? "not given" : value) + ") "
                + (contribution.millionths() > 0 ? "raises the score." : "lowers the score.");
    }

    private static String value(Contribution contribution, Map<String, String> fields) {
        return fields.getOrDefault(contribution.code(), "?");
    }

    private Feature.Label label(Contribution contribution) {
        return schema.features().get(schema.indexOf(contribution.code())).label();
    }
}
