/** Readings over HTTP, checked and stored before they are acknowledged. */
@NullMarked
package org.countyledger.oracle.intake;

import org.jspecify.annotations.NullMarked;
