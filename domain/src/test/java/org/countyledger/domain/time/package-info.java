@NullMarked
package org.countyledger.domain.time;

import org.jspecify.annotations.NullMarked;
