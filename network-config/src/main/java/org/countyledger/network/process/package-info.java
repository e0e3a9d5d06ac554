/** Programs that run on when the command that started them has ended. */
@NullMarked
package org.countyledger.network.process;

import org.jspecify.annotations.NullMarked;
