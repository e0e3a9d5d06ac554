/** Tests. */
@NullMarked
package org.countyledger.network.contract;

import org.jspecify.annotations.NullMarked;
