/** Tests. */
@NullMarked
package org.countyledger.ledger.channel;

import org.jspecify.annotations.NullMarked;
