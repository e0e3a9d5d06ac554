/** Files of past readings. */
@NullMarked
package org.countyledger.oracle.backfill;

import org.jspecify.annotations.NullMarked;
