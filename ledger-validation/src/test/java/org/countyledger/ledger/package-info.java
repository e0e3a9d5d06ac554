/** Tests against chains recorded on real networks. */
@NullMarked
package org.countyledger.ledger;

import org.jspecify.annotations.NullMarked;
