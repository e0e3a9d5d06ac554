/** Private values: staging them before a command, reading them after a trace, showing them to another organisation. */
@NullMarked
package org.countyledger.gateway.contents;

import org.jspecify.annotations.NullMarked;
