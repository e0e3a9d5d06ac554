/** Supporting kinds: policies, calendars, grids, notices, deliveries, disbursements; and the rows common to all kinds. */
@NullMarked
package org.countyledger.domain.support;

import org.jspecify.annotations.NullMarked;
