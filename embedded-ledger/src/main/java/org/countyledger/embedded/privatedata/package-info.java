/** Private data: who may hold it, where it waits, and each organisation's own store. */
@NullMarked
package org.countyledger.embedded.privatedata;

import org.jspecify.annotations.NullMarked;
