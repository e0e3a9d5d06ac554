package org.countyledger.client;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.SortedMap;
import org.hyperledger.fabric.protos.peer.Endorsement;

/** What several organisations said when they were asked for one transaction. */
public sealed interface Attestation {

    /**
     * As many as were wanted signed the same answer. Nothing of it is verified here.
     *
     * @param proposal the {@code Proposal} that asked
     * @param signed the {@code ProposalResponsePayload} that each of them signed before its own identity
     */
    record Attested(ByteString proposal, ByteString signed, List<Endorsement> endorsements) implements Attestation {
        public Attested {
            endorsements = List.copyOf(endorsements);
        }
    }

    /**
     * Too few answered, or not the same.
     *
     * @param wanted how many had to
     * @param trouble why an organisation did not, by MSP id
     */
    record TooFew(String txId, int wanted, SortedMap<String, String> trouble) implements Attestation {

        /** One sentence for an operator. */
        public String sentence() {
            return "Fewer than " + wanted + " organisations said the same of transaction " + txId + ": " + trouble;
        }
    }
}
