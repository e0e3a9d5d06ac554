/** Auditing a recorded chain without trusting a peer. */
@NullMarked
package org.countyledger.ledger;

import org.jspecify.annotations.NullMarked;
