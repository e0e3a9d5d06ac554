/** Block 0 of a channel, built from settings. */
@NullMarked
package org.countyledger.embedded.channel;

import org.jspecify.annotations.NullMarked;
