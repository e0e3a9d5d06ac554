/** Tests. */
@NullMarked
package org.countyledger.gateway.security;

import org.jspecify.annotations.NullMarked;
