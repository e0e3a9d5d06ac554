/** What an orderer does: admits envelopes, cuts them into blocks, signs the blocks. */
@NullMarked
package org.countyledger.embedded.ordering;

import org.jspecify.annotations.NullMarked;
