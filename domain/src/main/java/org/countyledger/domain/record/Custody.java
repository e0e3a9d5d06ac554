package org.countyledger.domain.record;

/** Where a record key lives: with the resident, or made at a counter and printed for a person without a phone. */
public enum Custody {
    SELF_HELD,
    ASSISTED
}
