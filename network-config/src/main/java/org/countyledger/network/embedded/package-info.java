/** What a county on the embedded ledger is made of, and how it is started and stopped. */
@NullMarked
package org.countyledger.network.embedded;

import org.jspecify.annotations.NullMarked;
