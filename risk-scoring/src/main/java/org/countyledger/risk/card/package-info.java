/** The model card: one page an auditor can read without us. */
@NullMarked
package org.countyledger.risk.card;

import org.jspecify.annotations.NullMarked;
