/** What the oracle reads of the ledger, and its client. */
@NullMarked
package org.countyledger.oracle.ledger;

import org.jspecify.annotations.NullMarked;
