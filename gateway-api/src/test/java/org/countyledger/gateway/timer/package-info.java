/** Whose turn it is. */
@NullMarked
package org.countyledger.gateway.timer;

import org.jspecify.annotations.NullMarked;
