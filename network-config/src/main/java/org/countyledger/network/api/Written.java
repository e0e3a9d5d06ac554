package org.countyledger.network.api;

import org.countyledger.domain.record.Kind;

/**
 * A record as a committed command left it.
 *
 * @param txId the one that may be printed on a receipt
 */
public record Written(Kind kind, String id, long seq, String txId) {}
