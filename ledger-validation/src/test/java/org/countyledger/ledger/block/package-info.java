/** Tests. */
@NullMarked
package org.countyledger.ledger.block;

import org.jspecify.annotations.NullMarked;
