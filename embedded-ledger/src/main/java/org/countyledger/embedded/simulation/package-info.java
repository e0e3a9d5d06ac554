/** What a transaction reads and would write, recorded as Fabric records it. */
@NullMarked
package org.countyledger.embedded.simulation;

import org.jspecify.annotations.NullMarked;
