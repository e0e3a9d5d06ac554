/** The resident's side: keys and salts that never travel. */
@NullMarked
package org.countyledger.network.resident;

import org.jspecify.annotations.NullMarked;
