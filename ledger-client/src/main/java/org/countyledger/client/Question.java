package org.countyledger.client;

import io.grpc.Deadline;
import java.time.Duration;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;

/** Something that may be asked of any peer any number of times, because asking changes nothing. */
record Question<T>(String txId, Stage stage, ClientIdentity identity, Call<T> call, Patience patience) {

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
