package org.countyledger.embedded.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** PEM texts inside serialized identities. */
final class Certificates {
    private Certificates() {}

    static ByteString pemOf(SigningIdentity identity) {
        try {
            return SerializedIdentity.parseFrom(identity.serialized()).getIdBytes();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("The identity of " + identity.mspId() + " does not parse", e);
        }
    }
}
