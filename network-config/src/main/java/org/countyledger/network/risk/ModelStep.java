package org.countyledger.network.risk;

import org.countyledger.domain.actor.Role;

/** Steps of a model's life that one officer takes by a word. */
public enum ModelStep {
    SPONSOR("sponsor", Role.MODEL_SPONSOR, "A department answers for the model's use; two different ones must."),
    ADMIT("admit", Role.AUDIT_LEAD, "Audit admits a sponsored model for twelve months."),
    ACTIVATE("activate", Role.AUDITOR, "Puts an admitted or suspended model into use for its purpose."),
    SUSPEND("suspend", Role.AUDITOR, "Takes the model out of use; nothing is scored for its purpose any more."),
    RETIRE("retire", Role.AUDIT_LEAD, "Ends the model for good.");

    private final String action;
    private final Role role;
    private final String description;

    ModelStep(String action, Role role, String description) {
        this.action = action;
        this.role = role;
        this.description = description;
    }

    public String action() {
        return action;
    }

    public Role role() {
        return role;
    }

    public String description() {
        return description;
    }

    /** Whether the ledger asks why. */
    public boolean needsReason() {
        return switch (this) {
            case SUSPEND, RETIRE -> true;
            case SPONSOR, ADMIT, ACTIVATE -> false;
        };
    }
}
