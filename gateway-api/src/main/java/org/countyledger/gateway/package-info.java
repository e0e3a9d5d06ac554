/** The department gateway: HTTP in, ledger transactions out, and what the ledger says for people to read. */
@NullMarked
package org.countyledger.gateway;

import org.jspecify.annotations.NullMarked;
