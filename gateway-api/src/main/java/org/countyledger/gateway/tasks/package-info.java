/** What a department has to do, due first, with hints where to go first for those who may see them. */
@NullMarked
package org.countyledger.gateway.tasks;

import org.jspecify.annotations.NullMarked;
