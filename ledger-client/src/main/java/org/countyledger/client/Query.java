package org.countyledger.client;

import java.util.List;
import java.util.Optional;

/**
 * A question to the contract; nothing is written.
 *
 * @param chaincode empty: the county's own
 * @param mayLag the caller knows that the record exists, so a peer that does not know it is asked again for a while
 * @param holder the one organisation whose peers are asked, where the answer is private
 */
public record Query(
        String chaincode, String function, List<String> arguments, boolean mayLag, Optional<String> holder) {

    public Query {
        arguments = List.copyOf(arguments);
    }

    public static Query of(String function, String... arguments) {
        return new Query("", function, List.of(arguments), false, Optional.empty());
    }

    /** The same question about something that this process has seen committed. */
    public Query aboutKnownRecord() {
        return new Query(chaincode, function, arguments, true, holder);
    }

    /** The same question, to be answered by this organisation's peers only. */
    public Query by(String mspId) {
        return new Query(chaincode, function, arguments, mayLag, Optional.of(mspId));
    }

    Query at(String otherChaincode) {
        return new Query(otherChaincode, function, arguments, mayLag, holder);
    }
}
