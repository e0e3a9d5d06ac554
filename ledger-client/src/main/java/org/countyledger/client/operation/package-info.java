/** What was asked of the ledger, every transaction that was tried for it, and how it ended. */
@NullMarked
package org.countyledger.client.operation;

import org.jspecify.annotations.NullMarked;
