/** Who calls, and what they may read. */
@NullMarked
package org.countyledger.gateway.security;

import org.jspecify.annotations.NullMarked;
