/** The append-only files that hold the blocks: the ledger's only truth. */
@NullMarked
package org.countyledger.embedded.blockfile;

import org.jspecify.annotations.NullMarked;
