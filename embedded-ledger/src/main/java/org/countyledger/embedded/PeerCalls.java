package org.countyledger.embedded;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.embedded.chaincode.ChaincodeCalls;
import org.countyledger.embedded.chaincode.ChaincodeConnection;
import org.countyledger.embedded.chaincode.ChaincodeFailure;
import org.countyledger.embedded.chaincode.TransactionContext;
import org.countyledger.embedded.simulation.SimulationException;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;

/** Calls from one chaincode to another of the same organisation and channel, in the caller's transaction. */
final class PeerCalls implements ChaincodeCalls {
    private final Map<String, ChaincodeConnection> connections = new ConcurrentHashMap<>();

    void add(String chaincode, ChaincodeConnection connection) {
        connections.put(chaincode, connection);
    }

    @Override
    public ByteString call(TransactionContext caller, ChaincodeSpec callee) throws SimulationException {
        String called = callee.getChaincodeId().getName();
        int slash = called.indexOf('/');
        if (slash >= 0 && !called.substring(slash + 1).equals(caller.channel())) {
            throw new SimulationException("the embedded ledger has the channel " + caller.channel() + " only");
        }
        String unversioned = (slash < 0 ? called : called.substring(0, slash)).split(":", 2)[0];
        Optional<ChaincodeConnection> connection = Optional.ofNullable(connections.get(unversioned));
        caller.simulator().get(ChaincodeDefinitions.LIFECYCLE, ChaincodeDefinitions.fieldKey(unversioned, "Sequence"));
        if (connection.isEmpty()) {
            throw new SimulationException("chaincode " + unversioned + " not found");
        }
        try {
            return connection
                    .get()
                    .execute(caller.calling(unversioned), callee.getInput())
                    .toByteString();
        } catch (ChaincodeFailure e) {
            throw new SimulationException("execute failed: " + e.text());
        }
    }
}
