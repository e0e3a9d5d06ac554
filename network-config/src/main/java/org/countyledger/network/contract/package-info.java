/** The contract as the organisations agree on it, whatever ledger is below. */
@NullMarked
package org.countyledger.network.contract;

import org.jspecify.annotations.NullMarked;
