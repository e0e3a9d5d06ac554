/** One county's directory on disk: where everything is and what the directory is for. */
@NullMarked
package org.countyledger.network.directory;

import org.jspecify.annotations.NullMarked;
