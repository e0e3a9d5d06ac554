/** Quality flags of readings, as QARTOD names them. */
@NullMarked
package org.countyledger.oracle.quality;

import org.jspecify.annotations.NullMarked;
