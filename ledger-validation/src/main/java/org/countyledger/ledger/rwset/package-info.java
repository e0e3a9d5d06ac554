/** Read-write sets: versions, parsing, hashing. */
@NullMarked
package org.countyledger.ledger.rwset;

import org.jspecify.annotations.NullMarked;
