/** The gateway and the oracle as the county command calls them: over HTTP, like everybody else. */
@NullMarked
package org.countyledger.network.api;

import org.jspecify.annotations.NullMarked;
