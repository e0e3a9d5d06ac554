/** Looks for what must stand nowhere. */
@NullMarked
package org.countyledger.network.privacy;

import org.jspecify.annotations.NullMarked;
