/** Tribuo's forest and gradient boosting behind one seam. */
@NullMarked
package org.countyledger.risk.training;

import org.jspecify.annotations.NullMarked;
