/** Validates ordered blocks and makes them durable. */
@NullMarked
package org.countyledger.embedded.commit;

import org.jspecify.annotations.NullMarked;
