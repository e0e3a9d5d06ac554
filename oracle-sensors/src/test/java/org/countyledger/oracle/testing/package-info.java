/** The real oracle over a real contract, ledger and database, started once for all tests. */
@NullMarked
package org.countyledger.oracle.testing;

import org.jspecify.annotations.NullMarked;
