/** What happens on the ledger, as streams: each event once, in the ledger's order, from any place on. */
@NullMarked
package org.countyledger.gateway.stream;

import org.jspecify.annotations.NullMarked;
