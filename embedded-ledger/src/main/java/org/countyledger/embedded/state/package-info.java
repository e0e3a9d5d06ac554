/** One copy of the world state, read through snapshots. */
@NullMarked
package org.countyledger.embedded.state;

import org.jspecify.annotations.NullMarked;
