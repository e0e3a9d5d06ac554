/** Brings windows to the ledger, serially for each datastream. */
@NullMarked
package org.countyledger.oracle.anchor;

import org.jspecify.annotations.NullMarked;
