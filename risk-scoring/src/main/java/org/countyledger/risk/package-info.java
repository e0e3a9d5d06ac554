/** Scores that order work: they belong to a record, never to a person, and decide nothing. */
@NullMarked
package org.countyledger.risk;

import org.jspecify.annotations.NullMarked;
