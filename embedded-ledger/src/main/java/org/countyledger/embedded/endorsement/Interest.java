package org.countyledger.embedded.endorsement;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Set;
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
                addCalls(namespace, simulator.writtenPolicies(), interest);
            }
        }
        return interest.build();
    }

    /** One call for the public keys, if they or a key's own policy count, and one for each collection that counts. */
    private static void addCalls(String namespace, WrittenPolicies policies, ChaincodeInterest.Builder interest) {
        Set<ByteString> keyPolicies = policies.keyPolicies(namespace);
        if (policies.needsChaincodePolicy(namespace) || !keyPolicies.isEmpty()) {
            interest.addChaincodes(publicCall(namespace, policies, keyPolicies));
        }
        for (String collection : policies.collections(namespace)) {
            interest.addChaincodes(ChaincodeCall.newBuilder()
                    .setName(namespace)
                    .addCollectionNames(collection)
                    .setNoPrivateReads(!policies.readsPrivately(namespace, collection)));
        }
    }

    private static ChaincodeCall publicCall(String namespace, WrittenPolicies policies, Set<ByteString> keyPolicies) {
        ChaincodeCall.Builder call = ChaincodeCall.newBuilder()
                .setName(namespace)
                .setDisregardNamespacePolicy(!policies.needsChaincodePolicy(namespace));
        for (ByteString policy : keyPolicies) {
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
