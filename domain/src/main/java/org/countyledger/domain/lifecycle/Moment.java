package org.countyledger.domain.lifecycle;

import java.time.Instant;

/**
 * When and where a transaction runs.
 *
 * @param at time of the transaction, as its channel header says
 */
public record Moment(Instant at, String txId, String channel, String chaincode) {}
