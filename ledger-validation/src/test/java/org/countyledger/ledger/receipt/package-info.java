/** Tests. */
@NullMarked
package org.countyledger.ledger.receipt;

import org.jspecify.annotations.NullMarked;
