/** The gateway as its clients see it: over HTTP, on a ledger with the real contract. */
@NullMarked
package org.countyledger.gateway;

import org.jspecify.annotations.NullMarked;
