/** Tests. */
@NullMarked
package org.countyledger.oracle.backfill;

import org.jspecify.annotations.NullMarked;
