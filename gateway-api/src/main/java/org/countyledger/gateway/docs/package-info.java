/** The page that says what can be asked here, and by which rules records move. */
@NullMarked
package org.countyledger.gateway.docs;

import org.jspecify.annotations.NullMarked;
