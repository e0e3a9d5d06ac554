/** Receipts: what anybody may see who holds the id of a transaction. */
@NullMarked
package org.countyledger.gateway.receipts;

import org.jspecify.annotations.NullMarked;
