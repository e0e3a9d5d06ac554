/** Tests. */
@NullMarked
package org.countyledger.ledger.validation;

import org.jspecify.annotations.NullMarked;
