@NullMarked
package org.countyledger.domain.support;

import org.jspecify.annotations.NullMarked;
