/** Tests. */
@NullMarked
package org.countyledger.ledger.policy;

import org.jspecify.annotations.NullMarked;
