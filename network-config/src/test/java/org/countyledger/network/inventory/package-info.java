/** Tests. */
@NullMarked
package org.countyledger.network.inventory;

import org.jspecify.annotations.NullMarked;
