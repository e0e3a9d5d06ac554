/** For auditors: blocks and transactions as they are, histories, packages that can be checked alone, validation again. */
@NullMarked
package org.countyledger.gateway.audit;

import org.jspecify.annotations.NullMarked;
