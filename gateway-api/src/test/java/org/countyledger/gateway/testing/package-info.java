/** The real gateway over a real contract, ledger and database, started once for all tests. */
@NullMarked
package org.countyledger.gateway.testing;

import org.jspecify.annotations.NullMarked;
