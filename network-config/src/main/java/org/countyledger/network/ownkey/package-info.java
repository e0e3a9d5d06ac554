/** The client of an officer who keeps the own key: looks at what a gateway prepared, and signs it. */
@NullMarked
package org.countyledger.network.ownkey;

import org.jspecify.annotations.NullMarked;
