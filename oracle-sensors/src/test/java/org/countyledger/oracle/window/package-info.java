/** Tests. */
@NullMarked
package org.countyledger.oracle.window;

import org.jspecify.annotations.NullMarked;
