/** The wire between clients and the contract: function names, keys, answers. */
@NullMarked
package org.countyledger.domain.contract;

import org.jspecify.annotations.NullMarked;
