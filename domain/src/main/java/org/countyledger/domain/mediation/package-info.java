/** Mediations 调解. */
@NullMarked
package org.countyledger.domain.mediation;

import org.jspecify.annotations.NullMarked;
