/** The county as data: one file with organisations, departments, towns and officers. */
@NullMarked
package org.countyledger.network.inventory;

import org.jspecify.annotations.NullMarked;
