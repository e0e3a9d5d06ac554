/** Signature, implicit meta and application policies, and who can satisfy them. */
@NullMarked
package org.countyledger.ledger.policy;

import org.jspecify.annotations.NullMarked;
