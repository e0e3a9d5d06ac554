/** What a model may know of a record, and how it becomes a row of integers. */
@NullMarked
package org.countyledger.risk.features;

import org.jspecify.annotations.NullMarked;
