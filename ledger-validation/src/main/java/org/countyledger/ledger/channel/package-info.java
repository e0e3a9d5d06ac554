/** A channel's configuration, read from its configuration block. */
@NullMarked
package org.countyledger.ledger.channel;

import org.jspecify.annotations.NullMarked;
