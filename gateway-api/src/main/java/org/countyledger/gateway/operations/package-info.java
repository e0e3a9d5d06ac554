/** What became of a write: operations, their attempts, and the answers made of them. */
@NullMarked
package org.countyledger.gateway.operations;

import org.jspecify.annotations.NullMarked;
