/** The only code that speaks to Fabric as a client: evaluate, endorse, submit, commit, follow. */
@NullMarked
package org.countyledger.client;

import org.jspecify.annotations.NullMarked;
