/** One set of routes for every kind of record: lists, single records, their events and clocks, and commands. */
@NullMarked
package org.countyledger.gateway.records;

import org.jspecify.annotations.NullMarked;
