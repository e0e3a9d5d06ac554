/** Risk models and the scores they give 风险模型、风险评分. */
@NullMarked
package org.countyledger.domain.risk;

import org.jspecify.annotations.NullMarked;
