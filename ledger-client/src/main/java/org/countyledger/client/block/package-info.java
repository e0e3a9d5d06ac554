/** Committed blocks as projections read them, and the checkpoint that is stored with what they wrote. */
@NullMarked
package org.countyledger.client.block;

import org.jspecify.annotations.NullMarked;
