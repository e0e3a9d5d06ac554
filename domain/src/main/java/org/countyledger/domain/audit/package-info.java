/** Audit engagements and findings 审计项目、审计发现. */
@NullMarked
package org.countyledger.domain.audit;

import org.jspecify.annotations.NullMarked;
