/** What can be wrong with a county, each with a code and a cure. */
@NullMarked
package org.countyledger.network.health;

import org.jspecify.annotations.NullMarked;
