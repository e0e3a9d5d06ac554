/** A Fabric-compatible ledger in one JVM. It keeps every key itself, so it proves nothing to anybody. */
@NullMarked
package org.countyledger.embedded;

import org.jspecify.annotations.NullMarked;
