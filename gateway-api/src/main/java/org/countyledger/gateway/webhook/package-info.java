/** Tells departments' systems what happens: signed, in order, at least once. */
@NullMarked
package org.countyledger.gateway.webhook;

import org.jspecify.annotations.NullMarked;
