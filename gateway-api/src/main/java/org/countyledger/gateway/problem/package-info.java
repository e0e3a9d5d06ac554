/** Every way to say no over HTTP: problem details (RFC 9457) in one form, from one table of codes. */
@NullMarked
package org.countyledger.gateway.problem;

import org.jspecify.annotations.NullMarked;
