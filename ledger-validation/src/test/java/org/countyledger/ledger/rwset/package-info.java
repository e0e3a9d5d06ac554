/** Tests. */
@NullMarked
package org.countyledger.ledger.rwset;

import org.jspecify.annotations.NullMarked;
