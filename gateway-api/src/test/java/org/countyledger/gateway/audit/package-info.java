@NullMarked
package org.countyledger.gateway.audit;

import org.jspecify.annotations.NullMarked;
