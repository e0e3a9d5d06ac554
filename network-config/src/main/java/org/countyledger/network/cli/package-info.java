/** The county command. */
@NullMarked
package org.countyledger.network.cli;

import org.jspecify.annotations.NullMarked;
