/** Signatures that the contract checks itself. */
@NullMarked
package org.countyledger.domain.crypto;

import org.jspecify.annotations.NullMarked;
