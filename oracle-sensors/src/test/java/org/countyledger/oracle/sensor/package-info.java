/** Tests. */
@NullMarked
package org.countyledger.oracle.sensor;

import org.jspecify.annotations.NullMarked;
