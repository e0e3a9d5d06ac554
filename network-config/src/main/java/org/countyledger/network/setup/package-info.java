/** What a new county needs before anybody can work: policies, calendar, grids, sensors. */
@NullMarked
package org.countyledger.network.setup;

import org.jspecify.annotations.NullMarked;
