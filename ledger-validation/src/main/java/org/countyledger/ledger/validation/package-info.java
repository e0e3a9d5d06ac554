/** Which transactions of a block are valid and what they change. */
@NullMarked
package org.countyledger.ledger.validation;

import org.jspecify.annotations.NullMarked;
