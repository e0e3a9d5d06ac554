/** Throw-away organisations and a ledger in memory for other modules' tests. */
@NullMarked
package org.countyledger.embedded.testing;

import org.jspecify.annotations.NullMarked;
