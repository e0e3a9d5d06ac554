@NullMarked
package org.countyledger.domain.contract;

import org.jspecify.annotations.NullMarked;
