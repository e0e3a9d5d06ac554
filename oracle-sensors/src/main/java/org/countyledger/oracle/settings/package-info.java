/** The one settings record of this process. */
@NullMarked
package org.countyledger.oracle.settings;

import org.jspecify.annotations.NullMarked;
