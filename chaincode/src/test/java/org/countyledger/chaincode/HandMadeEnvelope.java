package org.countyledger.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;

/** Transactions that no gateway would send: endorsed in good faith, then taken apart. */
final class HandMadeEnvelope {
    private HandMadeEnvelope() {}

    /** The prepared transaction without this organisation's endorsements, unsigned. */
    static byte[] without(Transaction endorsed, String mspId) throws InvalidProtocolBufferException {
        PreparedTransaction prepared = PreparedTransaction.parseFrom(endorsed.getBytes());
        Payload payload = Payload.parseFrom(prepared.getEnvelope().getPayload());
        var transaction = org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData());
        ChaincodeActionPayload action =
                ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
        List<Endorsement> kept = action.getAction().getEndorsementsList().stream()
                .filter(endorsement -> !mspId(endorsement).equals(mspId))
                .toList();
        ByteString cut = action.toBuilder()
                .setAction(action.getAction().toBuilder().clearEndorsements().addAllEndorsements(kept))
                .build()
                .toByteString();
        ByteString data = transaction.toBuilder()
                .setActions(0, transaction.getActions(0).toBuilder().setPayload(cut))
                .build()
                .toByteString();
        Envelope unsigned = Envelope.newBuilder()
                .setPayload(payload.toBuilder().setData(data).build().toByteString())
                .build();
        return prepared.toBuilder().setEnvelope(unsigned).build().toByteArray();
    }

    /** The organisations that endorsed. */
    static List<String> endorsers(Transaction endorsed) throws InvalidProtocolBufferException {
        PreparedTransaction prepared = PreparedTransaction.parseFrom(endorsed.getBytes());
        Payload payload = Payload.parseFrom(prepared.getEnvelope().getPayload());
        var transaction = org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData());
        return ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload())
                .getAction()
                .getEndorsementsList()
                .stream()
                .map(HandMadeEnvelope::mspId)
                .toList();
    }

    private static String mspId(Endorsement endorsement) {
        try {
            return SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
