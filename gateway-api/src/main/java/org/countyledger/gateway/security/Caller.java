package org.countyledger.gateway.security;

import org.countyledger.client.ClientIdentity;

/** Who sent a request. */
public sealed interface Caller {

    /** An officer whose token names this identity. */
    record Officer(ClientIdentity identity) implements Caller {}

    /** Anybody else: a resident's commands carry their own signatures. */
    record Anonymous() implements Caller {}
}
