/** The oracle as its clients see it: over HTTP, on a ledger with the real contract. */
@NullMarked
package org.countyledger.oracle;

import org.jspecify.annotations.NullMarked;
