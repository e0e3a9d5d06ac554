package org.countyledger.client;

import io.grpc.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;

/**
 * Something that may be asked of any peer any number of times, because asking changes nothing.
 *
 * @param holder the one organisation whose peers may be asked, where a private value is in the question or the answer
 */
record Question<T>(
        String txId, Stage stage, ClientIdentity identity, Call<T> call, Patience patience, Optional<String> holder) {

    Question(String txId, Stage stage, ClientIdentity identity, Call<T> call, Patience patience) {
        this(txId, stage, identity, call, patience, Optional.empty());
    }

    /** The same, asked of this organisation's peers only. */
    Question<T> only(String mspId) {
        return new Question<>(txId, stage, identity, call, patience, Optional.of(mspId));
    }

    interface Call<T> {
        T ask(Gateway gateway, Deadline limit) throws GatewayException;
    }

    /**
     * @param limit for everything together
     * @param lagging how often an answer that a lagging peer may have given is asked for again
     * @param waitsForPeers whether to go round again when no peer could be reached
     */
    record Patience(Duration limit, int lagging, boolean waitsForPeers) {}
}
