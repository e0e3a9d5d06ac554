/** A county in memory for tests: world state, officers, residents' keys, policies, and what they do. */
@NullMarked
package org.countyledger.domain.testing;

import org.jspecify.annotations.NullMarked;
