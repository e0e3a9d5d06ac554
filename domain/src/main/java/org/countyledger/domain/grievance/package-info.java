/** Grievances 诉求、信访、纠纷. */
@NullMarked
package org.countyledger.domain.grievance;

import org.jspecify.annotations.NullMarked;
