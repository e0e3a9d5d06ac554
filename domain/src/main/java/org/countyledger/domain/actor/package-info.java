/** Who acts: roles, organisations, separation of duty. */
@NullMarked
package org.countyledger.domain.actor;

import org.jspecify.annotations.NullMarked;
