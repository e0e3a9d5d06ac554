/** The county's figures (domain.md 7), from events in a range of blocks and from nothing else. */
@NullMarked
package org.countyledger.gateway.metrics;

import org.jspecify.annotations.NullMarked;
