/** Batches of windows, signed by the oracle node. */
@NullMarked
package org.countyledger.oracle.attest;

import org.jspecify.annotations.NullMarked;
