/** Signatures of the form that the contracts check themselves. */
@NullMarked
package org.countyledger.client.signing;

import org.jspecify.annotations.NullMarked;
