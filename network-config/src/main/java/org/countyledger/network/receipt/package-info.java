/** Receipts on paper and on disk: asked for, read, and checked without any network. */
@NullMarked
package org.countyledger.network.receipt;

import org.jspecify.annotations.NullMarked;
