/** Tests. */
@NullMarked
package org.countyledger.oracle.anchor;

import org.jspecify.annotations.NullMarked;
