/** Whether today's records still look like those the model learned from. */
@NullMarked
package org.countyledger.risk.drift;

import org.jspecify.annotations.NullMarked;
