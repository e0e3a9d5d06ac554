/** Texts for people. */
@NullMarked
package org.countyledger.gateway.language;

import org.jspecify.annotations.NullMarked;
