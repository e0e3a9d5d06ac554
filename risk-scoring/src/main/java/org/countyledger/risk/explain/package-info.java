/** Why a score is what it is: exact Shapley values of the flat trees. */
@NullMarked
package org.countyledger.risk.explain;

import org.jspecify.annotations.NullMarked;
