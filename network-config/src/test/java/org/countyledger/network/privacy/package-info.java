@NullMarked
package org.countyledger.network.privacy;

import org.jspecify.annotations.NullMarked;
