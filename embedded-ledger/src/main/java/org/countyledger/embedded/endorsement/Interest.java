package org.countyledger.embedded.endorsement;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.countyledger.embedded.simulation.TxSimulator;
import org.countyledger.embedded.simulation.WrittenPolicies;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;

/** Which policies a transaction's endorsers must satisfy, for the gateway that plans further endorsements. */
final class Interest {
    private Interest() {}

    static ChaincodeInterest of(TxSimulator simulator) {
        ChaincodeInterest.Builder interest = ChaincodeInterest.newBuilder();
        for (String namespace : simulator.namespaces()) {
            if (!namespace.equals(ChaincodeDefinitions.LIFECYCLE)) {
                interest.addChaincodes(call(namespace, simulator.writtenPolicies()));
            }
        }
        return interest.build();
    }

    private static ChaincodeCall call(String namespace, WrittenPolicies policies) {
        ChaincodeCall.Builder call = ChaincodeCall.newBuilder()
                .setName(namespace)
                .setDisregardNamespacePolicy(!policies.needsChaincodePolicy(namespace));
        for (ByteString policy : policies.keyPolicies(namespace)) {
            try {
                call.addKeyPolicies(SignaturePolicyEnvelope.parseFrom(policy));
            } catch (InvalidProtocolBufferException e) {
                // Validation will refuse the write of a key whose policy nobody can read.
                call.setDisregardNamespacePolicy(false);
            }
        }
        return call.build();
    }
}
