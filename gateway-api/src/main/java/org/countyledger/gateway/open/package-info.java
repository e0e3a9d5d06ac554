/** What everybody may read without being asked who they are. */
@NullMarked
package org.countyledger.gateway.open;

import org.jspecify.annotations.NullMarked;
