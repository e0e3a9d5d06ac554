@NullMarked
package org.countyledger.domain.welfare;

import org.jspecify.annotations.NullMarked;
