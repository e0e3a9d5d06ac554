/** Readings of one period: which window they belong to, its statistics, and when it closes. */
@NullMarked
package org.countyledger.oracle.window;

import org.jspecify.annotations.NullMarked;
