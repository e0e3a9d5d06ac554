package org.countyledger.ledger.receipt;

import java.util.Optional;
import java.util.SortedSet;
import org.countyledger.ledger.rwset.ReadWriteSets;

/** What an application demands of the organisations that endorse a transaction; pure. */
@FunctionalInterface
public interface EndorsementRule {
    /** Nothing beyond valid endorsements. */
    EndorsementRule NONE = (chaincode, written, endorsers) -> Optional.empty();

    /**
     * Why these organisations do not suffice, as one sentence; empty where they do.
     *
     * @param chaincode the chaincode that was called
     * @param endorsers MSP ids
     */
    Optional<String> refusal(String chaincode, ReadWriteSets written, SortedSet<String> endorsers);
}
