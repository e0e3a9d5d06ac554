/** Files of the past, brought to the ledger through the oracle. */
@NullMarked
package org.countyledger.network.replay;

import org.jspecify.annotations.NullMarked;
