package org.countyledger.ledger.identity;

import org.hyperledger.fabric.protos.common.MSPPrincipal;

/** Whoever may satisfy a principal of a policy: a real identity, or an assumed one when endorsements are planned. */
@FunctionalInterface
public interface PrincipalHolder {
    boolean satisfies(MSPPrincipal principal);
}
