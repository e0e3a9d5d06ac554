/** The county's contract on the official shim: reads facts, lets the engine decide, writes what it decided. */
@NullMarked
package org.countyledger.chaincode;

import org.jspecify.annotations.NullMarked;
