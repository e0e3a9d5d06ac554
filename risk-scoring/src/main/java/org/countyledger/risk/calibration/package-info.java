/** From a margin to a probability, a band, and how good that is. */
@NullMarked
package org.countyledger.risk.calibration;

import org.jspecify.annotations.NullMarked;
