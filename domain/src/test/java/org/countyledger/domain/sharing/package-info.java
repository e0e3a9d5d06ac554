@NullMarked
package org.countyledger.domain.sharing;

import org.jspecify.annotations.NullMarked;
