/** Tests. */
@NullMarked
package org.countyledger.network.receipt;

import org.jspecify.annotations.NullMarked;
