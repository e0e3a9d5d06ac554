/** Block 0 of a channel of equals, as {@code configtxgen} would write it. */
@NullMarked
package org.countyledger.ledger.genesis;

import org.jspecify.annotations.NullMarked;
