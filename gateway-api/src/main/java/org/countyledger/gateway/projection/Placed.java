package org.countyledger.gateway.projection;

import org.countyledger.client.block.TransactionSummary;

/**
 * A transaction and its place in its block.
 *
 * @param index counts from 0
 */
record Placed(TransactionSummary transaction, int index) {
    long block() {
        return transaction.committed().block();
    }
}
