/** Certificate authorities, Fabric's MSP folders, client identities and the local token issuer. */
@NullMarked
package org.countyledger.network.authority;

import org.jspecify.annotations.NullMarked;
