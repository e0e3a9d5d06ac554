/** The tables of the law as people read them: text, diagrams, the pages of {@code docs/policy}. */
@NullMarked
package org.countyledger.network.lifecycles;

import org.jspecify.annotations.NullMarked;
