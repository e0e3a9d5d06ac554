package org.countyledger.domain.record;

/** Sorts of evidence (domain.md 3.5). */
public enum EvidenceCode {
    FORM,
    CONSENT,
    MANDATE,
    HOME_VISIT,
    NEIGHBOUR,
    CHECK_RESULT,
    OPINION,
    DECISION,
    APPRAISAL,
    HEARING,
    NOTICE_POSTED,
    NOTICE_DOWN,
    DELIVERY,
    PHOTO,
    AUDIO,
    SUPERIOR_DOC,
    COURT_DOC,
    CALIBRATION,
    AGREEMENT,
    PERFORMANCE,
    BANK_RETURN,
    WORKING_PAPER,
    OTHER
}
