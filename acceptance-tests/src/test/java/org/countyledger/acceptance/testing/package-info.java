/** What the tests hold in their hands: a checkout, running counties, officers, residents, and the ledger's own endpoint. */
@NullMarked
package org.countyledger.acceptance.testing;

import org.jspecify.annotations.NullMarked;
