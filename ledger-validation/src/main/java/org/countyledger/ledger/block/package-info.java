/** Blocks: hashes, signatures, envelopes and Fabric's on-disk form. */
@NullMarked
package org.countyledger.ledger.block;

import org.jspecify.annotations.NullMarked;
