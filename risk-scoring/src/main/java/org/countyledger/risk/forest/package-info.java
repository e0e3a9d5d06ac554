/** Trees as flat arrays: one answer on every machine, one canonical form. */
@NullMarked
package org.countyledger.risk.forest;

import org.jspecify.annotations.NullMarked;
