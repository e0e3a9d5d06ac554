package org.countyledger.gateway.problem;

import org.countyledger.domain.lifecycle.RefusalCode;

/** Which problem each refusal of the contract is to a client: the one table. */
public final class RefusalProblems {
    private RefusalProblems() {}

    /** The problem's code; the contract's own code goes beside it. */
    public static ProblemCode of(RefusalCode code) {
        return switch (code) {
            case UNKNOWN_KIND, UNKNOWN_RECORD -> ProblemCode.NOT_FOUND_OR_HIDDEN;
            case ALREADY_EXISTS -> ProblemCode.ALREADY_EXISTS;
            case IDEMPOTENCY_KEY_REUSED -> ProblemCode.IDEMPOTENCY_KEY_REUSED;
            case STALE_SEQ, SEQ_AHEAD -> ProblemCode.STALE_SEQ;
            case CLOCK_NOT_ELAPSED, NOT_OVERDUE, MONTH_NOT_OVER -> ProblemCode.CLOCK_NOT_ELAPSED;
            case SEPARATION_OF_DUTY, SAME_ROLE, SAME_ORGANISATION -> ProblemCode.SEPARATION_OF_DUTY;
            case CONFLICT_UNDECLARED, RECUSED -> ProblemCode.RECUSAL_REQUIRED;
            case ROLE_NOT_ALLOWED,
                    WRONG_DEPARTMENT,
                    WRONG_AREA,
                    NOT_THE_NAMED_OFFICER,
                    RECIPIENT_NOT_ALLOWED,
                    ACCESS_DENIED,
                    SIGNATURE_REQUIRED,
                    SIGNATURE_INVALID,
                    KEY_UNKNOWN,
                    KEY_REVOKED,
                    WITNESS_REQUIRED,
                    EVERY_PARTY_MUST_SIGN,
                    NOT_THE_BENEFICIARY,
                    NOT_THE_PROVIDER,
                    MALFORMED_CERTIFICATE -> ProblemCode.NOT_ALLOWED;
            case ACCESS_RECORD_MISSING, PURPOSE_ENDED -> ProblemCode.PURPOSE_REQUIRED;
            case CONTENT_MISSING -> ProblemCode.NOT_FOUND_OR_HIDDEN;
            case ALREADY_STAGED -> ProblemCode.ALREADY_EXISTS;
            case NOTICE_TEXT_PRIVATE -> ProblemCode.NOTICE_LINT_FAILED;
            case RETENTION_RUNNING, STAGED_TOO_RECENT -> ProblemCode.CLOCK_NOT_ELAPSED;
            case ILLEGAL_TRANSITION,
                    NOT_YET,
                    CLOCK_NOT_RUNNING,
                    CLOCK_PROVISIONAL,
                    CANNOT_BE_OVERDUE,
                    ALREADY_DONE,
                    LIMIT_REACHED,
                    WINDOW_OVER,
                    CHECK_OPEN,
                    NOT_HEARD,
                    DISPATCH_BARRED,
                    NOT_REOPENED,
                    CALLBACK_MISSING,
                    NOT_THE_LAST,
                    OBLIGATION_NOT_OPEN,
                    RULE_WINDOW_OPEN,
                    STILL_RAISED,
                    SLOT_TAKEN,
                    SLOT_TIME,
                    MODEL_POINTER,
                    ALREADY_PURGED,
                    RECORD_OPEN,
                    FINDING_OPEN -> ProblemCode.ILLEGAL_TRANSITION;
            case MALFORMED_COMMAND,
                    UNKNOWN_FUNCTION,
                    UNKNOWN_ACTION,
                    COMMAND_EXPIRED,
                    COUNTY_NOT_FOUNDED,
                    FIELD_MISSING,
                    FIELD_UNKNOWN,
                    FIELD_INVALID,
                    COMMITMENT_MISSING,
                    COMMITMENT_UNEXPECTED,
                    GROUP_UNKNOWN,
                    CONTENT_INVALID,
                    NOT_STAGED,
                    COMMITMENT_MISMATCH,
                    PENDING_DIFFERS,
                    POLICY_MISSING,
                    POLICY_VERSION_WRONG,
                    POLICY_INVALID,
                    PURPOSE_NOT_ALLOWED,
                    PROGRAMME_CLOSED,
                    VISIT_MISSING,
                    COUNTY_VISIT_MISSING,
                    DUPLICATE_OPEN,
                    NOTICE_NOT_UP,
                    MONEYLESS,
                    DEPARTMENT_UNKNOWN,
                    WRONG_CATEGORY,
                    RESULT_DIFFERS,
                    NOT_DELIVERED,
                    DOCUMENT_UNKNOWN,
                    KEY_TAKEN,
                    SENSOR_UNKNOWN,
                    GRID_UNKNOWN,
                    NOT_A_WORKING_DAY_CALENDAR,
                    WINDOW_NOT_CONTIGUOUS,
                    WINDOW_INVALID,
                    WINDOW_TOO_OLD,
                    WINDOW_IN_FUTURE,
                    BATCH_SIZE,
                    BATCH_ROOT_WRONG,
                    RULE_STATE_WRONG,
                    ORACLE_NOT_REGISTERED,
                    ORACLE_SIGNATURES_MISSING,
                    CONDITION_NOT_CLEARED,
                    ANSWER_NOT_CHANGED,
                    LINK_INVALID,
                    MATERIAL_NOT_ASKABLE,
                    NOTHING_TO_READ,
                    CONSENT_MISSING,
                    PARTIES_INVALID,
                    AGREEMENT_DIFFERS,
                    SENSOR_NOT_CHECKED,
                    NOT_A_GAP,
                    NOT_ELIGIBLE,
                    CHECKPOINT_MISSING,
                    NOT_LISTED,
                    RESOURCE_CLOSED,
                    TEXT_DIFFERS,
                    FIGURES_DIFFER,
                    FIGURES_EQUAL,
                    TOKEN_INVALID,
                    ISSUER_KEY_INVALID,
                    COUNTS_WRONG,
                    MODEL_NOT_ACTIVE,
                    NOT_DRIFTED -> ProblemCode.VALIDATION_FAILED;
            case CLOCK_SKEW -> ProblemCode.ENDORSEMENT_FAILED;
        };
    }
}
