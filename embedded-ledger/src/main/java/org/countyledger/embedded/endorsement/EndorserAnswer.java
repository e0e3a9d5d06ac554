package org.countyledger.embedded.endorsement;

import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ProposalResponse;

/** What a peer says to a proposal; {@code error} where it was refused before anything was executed. */
public record EndorserAnswer(ProposalResponse response, Optional<String> error) {}
