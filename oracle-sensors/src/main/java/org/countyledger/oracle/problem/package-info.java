/** Every way to say no over HTTP: problem details (RFC 9457). */
@NullMarked
package org.countyledger.oracle.problem;

import org.jspecify.annotations.NullMarked;
