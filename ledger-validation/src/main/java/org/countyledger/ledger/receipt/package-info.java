/** A transaction with the signed word of several organisations that it is valid: checked from the genesis block alone. */
@NullMarked
package org.countyledger.ledger.receipt;

import org.jspecify.annotations.NullMarked;
