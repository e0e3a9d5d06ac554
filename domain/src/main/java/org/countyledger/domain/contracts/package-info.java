/** Service contracts, their monthly reports and appointments under them 合作合同、绩效报告、预约. */
@NullMarked
package org.countyledger.domain.contracts;

import org.jspecify.annotations.NullMarked;
