/** Tests. */
@NullMarked
package org.countyledger.network.embedded;

import org.jspecify.annotations.NullMarked;
