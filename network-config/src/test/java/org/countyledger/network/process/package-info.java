/** Tests. */
@NullMarked
package org.countyledger.network.process;

import org.jspecify.annotations.NullMarked;
