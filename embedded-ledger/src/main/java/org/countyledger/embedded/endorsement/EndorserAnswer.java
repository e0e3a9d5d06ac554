package org.countyledger.embedded.endorsement;

import org.hyperledger.fabric.protos.peer.ProposalResponse;

/** What a peer says to a proposal. */
public sealed interface EndorserAnswer {
    /** Executed, or failed in a way the response tells. */
    record Answered(ProposalResponse response) implements EndorserAnswer {}

    /** Refused before anything was executed; on the network this is an error without a response. */
    record Refused(String text) implements EndorserAnswer {}

    /** Refused by a filter in front of the endorser, which looks to a gateway as if the peer could not be reached. */
    record Filtered(String text) implements EndorserAnswer {}
}
