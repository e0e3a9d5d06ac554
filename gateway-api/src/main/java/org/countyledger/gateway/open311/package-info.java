/** Open311 GeoReport v2 for grievances of public kinds: JSON and XML. */
@NullMarked
package org.countyledger.gateway.open311;

import org.jspecify.annotations.NullMarked;
