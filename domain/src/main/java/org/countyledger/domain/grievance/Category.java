package org.countyledger.domain.grievance;

/** What a grievance asks for: hotline matters, or the petition matters of 信访工作条例 29 and 31(6). */
public enum Category {
    CONSULT,
    HELP,
    COMPLAINT,
    SUGGESTION,
    CLAIM,
    DISPUTE,
    ENV,
    BAD_REVIEW
}
