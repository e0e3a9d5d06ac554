/** Streams of committed blocks to peers' clients and from orderers. */
@NullMarked
package org.countyledger.embedded.deliver;

import org.jspecify.annotations.NullMarked;
