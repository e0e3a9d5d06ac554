package org.countyledger.domain.grievance;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;

/** What must be true of grievances, and what their rows do; named by the rules of docs/policy/grievance.md. */
final class GrievanceGuards {
    static final String CATEGORY = "category";
    private static final String REGISTRY_ORG = "GovernanceMSP";
    private static final String REGISTRY_DEPT = "petitions";

    private GrievanceGuards() {}

    /** CONSULT, HELP, COMPLAINT, ENV, BAD_REVIEW. */
    static Condition isHotline() {
        return Guards.fieldIs(CATEGORY, "CONSULT", "HELP", "COMPLAINT", "ENV", "BAD_REVIEW");
    }

    static Condition is(Category... categories) {
        return situation -> situation
                .field(CATEGORY)
                .map(Category::valueOf)
                .filter(category -> List.of(categories).contains(category))
                .isPresent();
    }

    static Guard onlyFor(Condition category) {
        return Guard.that(category, RefusalCode.WRONG_CATEGORY);
    }

    /** Registered by a key: it becomes the record's. */
    static void register(Situation situation, Draft draft) {
        draft.handledBy(REGISTRY_ORG, REGISTRY_DEPT);
        Effects.registersKey().apply(situation, draft);
    }

    /** The named department handles it from now on. */
    static void dispatch(Situation situation, Draft draft) {
        String department = situation.text("department");
        draft.handledBy(Guards.organizationOf(situation, department), department);
    }

    /** Nobody can be told: anonymous, or an address that is not clear. */
    static Condition nobodyCanBeTold() {
        return situation -> situation.field("mode").equals(Optional.of("ANONYMOUS"))
                || situation.clear().isTrue("addressUnclear");
    }

    static Guard resultIs(String... results) {
        return Guard.that(Guards.fieldIs("result", results), RefusalCode.RESULT_DIFFERS);
    }
}
