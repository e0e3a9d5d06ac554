package org.countyledger.ledger.state;

/** One result of a range scan. */
public record KeyedValue(String key, VersionedValue value) {}
