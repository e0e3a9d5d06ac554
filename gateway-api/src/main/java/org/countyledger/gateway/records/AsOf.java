package org.countyledger.gateway.records;

/**
 * How far the ledger had been read for an answer.
 *
 * @param block number of the last block; -1 before the first
 */
public record AsOf(long block) {}
