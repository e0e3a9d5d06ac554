/** Service needs and the resources that meet them 微治理需求、服务资源. */
@NullMarked
package org.countyledger.domain.needs;

import org.jspecify.annotations.NullMarked;
