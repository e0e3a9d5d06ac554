/** The one mechanism that decides every transition of every kind by its table. */
@NullMarked
package org.countyledger.domain.engine;

import org.jspecify.annotations.NullMarked;
