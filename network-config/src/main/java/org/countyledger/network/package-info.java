/** The county's network as data, its certificate authorities and the command that runs it. */
@NullMarked
package org.countyledger.network;

import org.jspecify.annotations.NullMarked;
