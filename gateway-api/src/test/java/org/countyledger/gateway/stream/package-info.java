@NullMarked
package org.countyledger.gateway.stream;

import org.jspecify.annotations.NullMarked;
