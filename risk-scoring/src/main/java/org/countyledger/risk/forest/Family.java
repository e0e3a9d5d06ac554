package org.countyledger.risk.forest;

import java.util.Arrays;

/** How the leaves of a model's trees become one number. */
public enum Family {
    /** The mean of probabilities, summed as doubles in the order of the trees. */
    FOREST(0),
    /** Even trees speak for "no", odd trees for "yes"; leaves are summed as floats in the order of the trees. */
    BOOSTED(1);

    private final int code;

    Family(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Family of(int code) {
        return Arrays.stream(values())
                .filter(family -> family.code == code)
                .findFirst()
                .orElseThrow(() -> new NotCanonicalException("the family is unknown"));
    }
}
