@NullMarked
package org.countyledger.domain.sensing;

import org.jspecify.annotations.NullMarked;
