/** Tests. */
@NullMarked
package org.countyledger.oracle.intake;

import org.jspecify.annotations.NullMarked;
