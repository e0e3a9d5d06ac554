/** Tests. */
@NullMarked
package org.countyledger.network.directory;

import org.jspecify.annotations.NullMarked;
