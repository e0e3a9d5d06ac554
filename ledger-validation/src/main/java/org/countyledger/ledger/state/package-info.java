/** World state as Fabric's validation sees it. */
@NullMarked
package org.countyledger.ledger.state;

import org.jspecify.annotations.NullMarked;
