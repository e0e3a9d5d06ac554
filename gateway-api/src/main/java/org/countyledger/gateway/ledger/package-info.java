/** The ledger client of this process, its identities, and what people call departments and towns. */
@NullMarked
package org.countyledger.gateway.ledger;

import org.jspecify.annotations.NullMarked;
