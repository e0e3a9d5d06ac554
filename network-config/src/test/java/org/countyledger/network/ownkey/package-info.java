@NullMarked
package org.countyledger.network.ownkey;

import org.jspecify.annotations.NullMarked;
