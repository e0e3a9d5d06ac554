/** Who may feed readings that no device has signed. */
@NullMarked
package org.countyledger.oracle.security;

import org.jspecify.annotations.NullMarked;
