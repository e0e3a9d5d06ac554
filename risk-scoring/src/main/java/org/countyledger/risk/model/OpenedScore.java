package org.countyledger.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A score with the inputs it was made from, as the owner opens it to whoever checks.
 *
 * @param model the name of the model
 */
public record OpenedScore(String model, Map<String, String> fields, RiskScore score) {
    public OpenedScore {
        fields = new TreeMap<>(fields);
    }

    public static OpenedScore of(RiskModel model, Map<String, String> fields) {
        return new OpenedScore(model.header().name(), fields, model.score(fields));
    }

    /** Makes the score again and tells every difference; empty when there is none. */
    public List<String> differences(RiskModel with) {
        if (!with.header().name().equals(model)) {
            return List.of("model: the score names " + model + ", the file is "
                    + with.header().name());
        }
        RiskScore again = with.score(fields);
        List<String> differences = new ArrayList<>();
        compare(differences, "score", score.millionths(), again.millionths());
        compare(differences, "band", score.band(), again.band());
        compare(differences, "contributions", score.contributions(), again.contributions());
        return differences;
    }

    private static void compare(List<String> differences, String what, Object stated, Object derived) {
        if (!stated.equals(derived)) {
            differences.add(what + ": stated " + stated + ", derived " + derived);
        }
    }
}
