/** Tests. */
@NullMarked
package org.countyledger.ledger.identity;

import org.jspecify.annotations.NullMarked;
