@NullMarked
package org.countyledger.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
