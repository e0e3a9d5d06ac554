/** The language of the tables: rows, who may take them, what must be true, what they do. */
@NullMarked
package org.countyledger.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
