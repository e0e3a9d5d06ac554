/** Closed loops against a running county; each prints a ratio against something run beside it in the same run. */
@NullMarked
package org.countyledger.benchmarks;

import org.jspecify.annotations.NullMarked;
