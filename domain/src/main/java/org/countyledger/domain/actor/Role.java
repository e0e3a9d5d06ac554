package org.countyledger.domain.actor;

/** Attribute {@code role} of an officer's or a machine's certificate (domain.md 3.7). */
public enum Role {
    CONDUIT,
    TOWN_CLERK,
    TOWN_LEAD,
    COUNTY_REVIEWER,
    COUNTY_DECIDER,
    FINANCE_OFFICER,
    FINANCE_CHECKER,
    NEEDS_OFFICER,
    CONTRACT_MANAGER,
    PROVIDER,
    GRID_WORKER,
    GRID_LEAD,
    PETITION_REGISTRAR,
    SUPERVISOR,
    SUPERIOR_ORGAN_CLERK,
    CASE_OFFICER,
    CASE_OFFICER_LEAD,
    MEDIATION_CLERK,
    MEDIATOR,
    SURVEY_MANAGER,
    SURVEY_ISSUER,
    PILOT_MANAGER,
    SURVEY_TALLY,
    AUDITOR,
    AUDIT_LEAD,
    ENV_DUTY,
    ENV_INSPECTOR,
    SENSOR_INSTALLER,
    CALIBRATOR,
    ORACLE_NODE,
    SCORING_NODE,
    MODEL_AUTHOR,
    MODEL_VALIDATOR,
    MODEL_SPONSOR,
    DATA_STEWARD,
    DATA_STEWARD_LEAD,
    DPO,
    DATA_AUTHORITY,
    POLICY_OFFICER,
    POLICY_RATIFIER,
    SYSTEM_TIMER;

    /** Whether a person holds it: such an actor has a staff number, and its acts leave a hand on the record. */
    public boolean isOfficer() {
        return switch (this) {
            case CONDUIT, ORACLE_NODE, SCORING_NODE, SYSTEM_TIMER -> false;
            default -> true;
        };
    }
}
