package org.countyledger.domain.actor;

/** What an officer's hand on a record was for; separation of duty compares them (domain.md 3.8). */
public enum Duty {
    SURVEY,
    OPINION,
    REVIEW,
    DECIDE,
    PAY,
    RELEASE,
    INVESTIGATE,
    SIGN_OPINION,
    OBJECT_OR_RULE_DISPATCH,
    HANDLE,
    INSTALL,
    CALIBRATE,
    RESPOND,
    VERIFY,
    PROPOSE,
    RATIFY,
    AUTHOR,
    VALIDATE,
    SPONSOR,
    TALLY,
    CERTIFY,
    /** Recording what a superior organ or a court decided. */
    RECORD_SUPERIOR,
    /** Any other act. */
    ACT
}
