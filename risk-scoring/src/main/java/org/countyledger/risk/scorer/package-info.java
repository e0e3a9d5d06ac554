/** The scorer: follows the ledger's grievances, and attests a score at every event that changes what a model may know. */
@NullMarked
package org.countyledger.risk.scorer;

import org.jspecify.annotations.NullMarked;
