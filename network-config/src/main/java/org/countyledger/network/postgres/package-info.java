/** A PostgreSQL server of the county's own. */
@NullMarked
package org.countyledger.network.postgres;

import org.jspecify.annotations.NullMarked;
