/** Tests. */
@NullMarked
package org.countyledger.network.fabric;

import org.jspecify.annotations.NullMarked;
