/** The organisations' timers: takes rows that time allows, declares overdue, fixes provisional due dates. */
@NullMarked
package org.countyledger.gateway.timer;

import org.jspecify.annotations.NullMarked;
