package org.countyledger.ledger.policy;

import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.identity.MspManager;
import org.countyledger.ledger.identity.PrincipalHolder;

/** A rule about who must have signed. Immutable and thread safe. */
public interface Policy {
    /** Why these signers do not satisfy the policy, in Fabric's words; empty where they do. Order matters. */
    Optional<String> refusal(List<? extends PrincipalHolder> signers);

    default boolean isSatisfiedBy(List<? extends PrincipalHolder> signers) {
        return refusal(signers).isEmpty();
    }

    /** Checks the signatures first, then the policy over the identities whose signatures hold. */
    default Optional<String> refusal(List<SignedData> signatures, MspManager msps) {
        return refusal(SignedData.validIdentities(signatures, msps));
    }

    /** A policy that nobody satisfies, where a name leads nowhere. */
    static Policy rejecting(String reason) {
        return signers -> Optional.of(reason);
    }
}
