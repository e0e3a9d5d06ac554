/** The life of risk models and scores on a county's ledger, by its gateway. */
@NullMarked
package org.countyledger.network.risk;

import org.jspecify.annotations.NullMarked;
