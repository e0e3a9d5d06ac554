@NullMarked
package org.countyledger.domain.crypto;

import org.jspecify.annotations.NullMarked;
