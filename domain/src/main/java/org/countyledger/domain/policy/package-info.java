/** Numbers that law or the county sets, versioned and effective-dated. */
@NullMarked
package org.countyledger.domain.policy;

import org.jspecify.annotations.NullMarked;
