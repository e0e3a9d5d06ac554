/** Tests. */
@NullMarked
package org.countyledger.network.settings;

import org.jspecify.annotations.NullMarked;
