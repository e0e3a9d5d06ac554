@NullMarked
package org.countyledger.embedded.commit;

import org.jspecify.annotations.NullMarked;
