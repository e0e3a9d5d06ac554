@NullMarked
package org.countyledger.domain.record;

import org.jspecify.annotations.NullMarked;
