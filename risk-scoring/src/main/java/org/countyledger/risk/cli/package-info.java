/** The commands of scripts/county risk. */
@NullMarked
package org.countyledger.risk.cli;

import org.jspecify.annotations.NullMarked;
