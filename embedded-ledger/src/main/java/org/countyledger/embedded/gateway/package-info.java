/** Fabric's gateway service, one per organisation. */
@NullMarked
package org.countyledger.embedded.gateway;

import org.jspecify.annotations.NullMarked;
