/** The commands of scripts/risk. */
@NullMarked
package org.countyledger.risk.cli;

import org.jspecify.annotations.NullMarked;
