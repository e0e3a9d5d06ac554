/** Tests. */
@NullMarked
package org.countyledger.network;

import org.jspecify.annotations.NullMarked;
