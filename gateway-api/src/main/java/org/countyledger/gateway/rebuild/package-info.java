/** Makes the read tables again from block 0, beside those in use, to replace them or to compare the two. */
@NullMarked
package org.countyledger.gateway.rebuild;

import org.jspecify.annotations.NullMarked;
