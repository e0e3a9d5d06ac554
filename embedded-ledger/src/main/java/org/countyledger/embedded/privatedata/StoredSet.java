package org.countyledger.embedded.privatedata;

/** A committed write set and the place of its transaction in the block. */
public record StoredSet(int transaction, PrivateSet set) {}
