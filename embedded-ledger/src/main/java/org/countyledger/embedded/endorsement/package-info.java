/** What a peer does with a proposal: checks, simulation, endorsement. */
@NullMarked
package org.countyledger.embedded.endorsement;

import org.jspecify.annotations.NullMarked;
