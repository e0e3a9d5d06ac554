/** Welfare applications 救助申请. */
@NullMarked
package org.countyledger.domain.welfare;

import org.jspecify.annotations.NullMarked;
