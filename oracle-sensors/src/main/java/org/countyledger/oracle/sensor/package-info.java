/** Signed readings: COSE_Sign1 (RFC 9052) over SenML (RFC 8428). */
@NullMarked
package org.countyledger.oracle.sensor;

import org.jspecify.annotations.NullMarked;
