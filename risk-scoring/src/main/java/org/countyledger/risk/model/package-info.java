/** A model with everything needed to score, and to be checked. */
@NullMarked
package org.countyledger.risk.model;

import org.jspecify.annotations.NullMarked;
