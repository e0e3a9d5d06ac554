/** The scorer on a ledger in this process. */
@NullMarked
package org.countyledger.risk.scorer;

import org.jspecify.annotations.NullMarked;
