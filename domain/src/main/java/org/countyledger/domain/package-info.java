/** What the county owes its residents, as pure functions and values. */
@NullMarked
package org.countyledger.domain;

import org.jspecify.annotations.NullMarked;
