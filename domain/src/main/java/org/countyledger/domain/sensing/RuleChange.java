package org.countyledger.domain.sensing;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clear;

/** Another version of the rule, or other signers, from the next rule window on (D14). */
final class RuleChange {
    private RuleChange() {}

    private static Optional<PolicyVersion> version(Situation situation) {
        return situation
                .clear()
                .integer("version")
                .flatMap(version -> situation.policies().text("air", version));
    }

    static Guard namesSomething() {
        return Guard.that(
                situation ->
                        situation.clear().has("version") || situation.clear().has("signers"),
                RefusalCode.FIELD_MISSING);
    }

    static Guard policyIsRatified() {
        return Guard.that(situation -> version(situation).isPresent(), RefusalCode.POLICY_MISSING)
                .onlyIf(situation -> situation.clear().has("version"));
    }

    /** Half a rule window is never judged by another rule than the other half. */
    static Guard betweenRuleWindows() {
        return Guard.that(situation -> state(situation).hour().isEmpty(), RefusalCode.RULE_WINDOW_OPEN)
                .onlyIf(situation -> situation.clear().has("version"));
    }

    private static RuleState state(Situation situation) {
        return new DatastreamView(situation.header()).ruleState();
    }

    static boolean nothingIsRaised(Situation situation) {
        return state(situation).open().isEmpty();
    }

    /** Counting begins anew; an exceedance that is open stays open. */
    static void apply(Situation situation, Draft draft) {
        version(situation).ifPresent(version -> {
            RuleState before = state(situation);
            draft.policy(version.ref());
            draft.set(
                    "ruleState",
                    Clear.read(new RuleState(List.of(), 0, before.peakMilli(), before.open(), Optional.empty())));
        });
    }
}
