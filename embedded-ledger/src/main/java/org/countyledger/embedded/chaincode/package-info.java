/** The peer's side of a chaincode's stream. */
@NullMarked
package org.countyledger.embedded.chaincode;

import org.jspecify.annotations.NullMarked;
