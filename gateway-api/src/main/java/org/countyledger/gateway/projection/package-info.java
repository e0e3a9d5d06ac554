/** The records as the blocks left them, in PostgreSQL: written block by block, read by everything else. */
@NullMarked
package org.countyledger.gateway.projection;

import org.jspecify.annotations.NullMarked;
