/** Tests. */
@NullMarked
package org.countyledger.oracle.quality;

import org.jspecify.annotations.NullMarked;
