@NullMarked
package org.countyledger.client.signing;

import org.jspecify.annotations.NullMarked;
