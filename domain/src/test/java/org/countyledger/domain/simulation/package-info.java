/** A whole county for a year on the engine alone: honest, late, conflicted and dishonest officers; see {@link CountyYear}. */
@NullMarked
package org.countyledger.domain.simulation;

import org.jspecify.annotations.NullMarked;
