/** The sensor oracle: readings in, attested windows out. */
@NullMarked
package org.countyledger.oracle;

import org.jspecify.annotations.NullMarked;
