/** Texts in Chinese and English, and which of the two a caller reads. */
@NullMarked
package org.countyledger.gateway.language;

import org.jspecify.annotations.NullMarked;
