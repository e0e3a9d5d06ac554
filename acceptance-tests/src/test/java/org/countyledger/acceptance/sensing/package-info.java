/** Devices, stations and batches as people who do not know our code would write them: CBOR, COSE, SenML, RFC 9162. */
@NullMarked
package org.countyledger.acceptance.sensing;

import org.jspecify.annotations.NullMarked;
