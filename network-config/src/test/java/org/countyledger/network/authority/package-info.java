/** Tests. */
@NullMarked
package org.countyledger.network.authority;

import org.jspecify.annotations.NullMarked;
