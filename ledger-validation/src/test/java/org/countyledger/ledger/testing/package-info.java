/** A small network of test certificates, configurations and transactions. */
@NullMarked
package org.countyledger.ledger.testing;

import org.jspecify.annotations.NullMarked;
