package org.countyledger.client;

/**
 * What became of a private write.
 *
 * @param txId of the transaction that is VALID, or was endorsed and found nothing to write
 * @param written whether this transaction wrote; else the same stood there before
 * @param answer the contract's
 */
public record PrivateOutcome(String txId, boolean written, String answer) {}
