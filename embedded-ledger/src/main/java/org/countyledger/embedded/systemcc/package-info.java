/** Chaincodes that a peer answers itself. */
@NullMarked
package org.countyledger.embedded.systemcc;

import org.jspecify.annotations.NullMarked;
