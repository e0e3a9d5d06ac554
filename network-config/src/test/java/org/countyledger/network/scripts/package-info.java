/** Tests. */
@NullMarked
package org.countyledger.network.scripts;

import org.jspecify.annotations.NullMarked;
