/** What is answered when the ledger fails. */
@NullMarked
package org.countyledger.gateway.operations;

import org.jspecify.annotations.NullMarked;
