package org.countyledger.domain.policy;

/** What a policy is for (domain.md 3.9). */
public enum Purpose {
    LEGAL,
    /** Days pass as seconds; only in a county whose ratified policy {@code county} 1 says demonstration. */
    DEMO,
    /** As DEMO, with periods of a test's choice. */
    TEST
}
