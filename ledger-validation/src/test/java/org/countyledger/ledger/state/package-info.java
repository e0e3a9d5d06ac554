/** Tests. */
@NullMarked
package org.countyledger.ledger.state;

import org.jspecify.annotations.NullMarked;
