package org.countyledger.client;

import java.util.List;

/**
 * A question to the contract; nothing is written.
 *
 * @param chaincode empty: the county's own
 * @param mayLag the caller knows that the record exists, so a peer that does not know it is asked again for a while
 */
public record Query(String chaincode, String function, List<String> arguments, boolean mayLag) {

    public Query {
        arguments = List.copyOf(arguments);
    }

    public static Query of(String function, String... arguments) {
        return new Query("", function, List.of(arguments), false);
    }

    /** The same question about something that this process has seen committed. */
    public Query aboutKnownRecord() {
        return new Query(chaincode, function, arguments, true);
    }

    Query at(String otherChaincode) {
        return new Query(otherChaincode, function, arguments, mayLag);
    }
}
