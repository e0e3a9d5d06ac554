package org.countyledger.embedded.chaincode;

import com.google.protobuf.ByteString;
import org.countyledger.embedded.simulation.SimulationException;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;

/** Runs a chaincode that another chaincode calls. */
public interface ChaincodeCalls {
    /** The bytes of the callee's closing message; blocks. */
    ByteString call(TransactionContext caller, ChaincodeSpec callee) throws SimulationException;
}
