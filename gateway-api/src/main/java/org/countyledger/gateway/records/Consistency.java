package org.countyledger.gateway.records;

/** From where a single record is read. */
enum Consistency {
    /** From the read tables, as far as blocks were written there. */
    projection,

    /** From a peer's world state. */
    ledger
}
