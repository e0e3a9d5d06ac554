/** What stands on the ledger: headers, events, commands and their canonical form. */
@NullMarked
package org.countyledger.domain.record;

import org.jspecify.annotations.NullMarked;
