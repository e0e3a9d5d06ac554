/** Periods, working-day calendars and due dates (Civil Code 201 to 203). */
@NullMarked
package org.countyledger.domain.time;

import org.jspecify.annotations.NullMarked;
