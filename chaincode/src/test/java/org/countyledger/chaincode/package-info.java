/** The contract, tried through the official shim, gateway client and a ledger in this JVM. */
@NullMarked
package org.countyledger.chaincode;

import org.jspecify.annotations.NullMarked;
