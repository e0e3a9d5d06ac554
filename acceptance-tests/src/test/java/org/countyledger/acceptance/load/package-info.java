/** Load from many clients at once, and a model of what they were told. */
@NullMarked
package org.countyledger.acceptance.load;

import org.jspecify.annotations.NullMarked;
