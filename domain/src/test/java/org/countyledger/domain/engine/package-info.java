@NullMarked
package org.countyledger.domain.engine;

import org.jspecify.annotations.NullMarked;
