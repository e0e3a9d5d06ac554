package org.countyledger.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** The unsigned transaction that a gateway makes of a proposal: two endorsers, one write, one delete, one event. */
final class FakeEnvelope {
    private FakeEnvelope() {}

    static EndorseResponse endorsed(EndorseRequest request, String answer) throws InvalidProtocolBufferException {
        Proposal proposal = Proposal.parseFrom(request.getProposedTransaction().getProposalBytes());
        Header header = Header.parseFrom(proposal.getHeader());
        TransactionAction action = TransactionAction.newBuilder()
                .setHeader(header.getSignatureHeader())
                .setPayload(action(proposal, answer, endorsers(request)).toByteString())
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(header)
                .setData(Transaction.newBuilder().addActions(action).build().toByteString())
                .build();
        return EndorseResponse.newBuilder()
                .setPreparedTransaction(Envelope.newBuilder().setPayload(payload.toByteString()))
                .build();
    }

    private static List<Endorsement> endorsers(EndorseRequest request) {
        List<String> named = request.getEndorsingOrganizationsList();
        return (named.isEmpty() ? List.of("CivilAffairsMSP", "AuditMSP") : named)
                .stream().map(FakeEnvelope::endorsement).toList();
    }

    private static ChaincodeActionPayload action(Proposal proposal, String answer, List<Endorsement> endorsements) {
        ChaincodeAction action = ChaincodeAction.newBuilder()
                .setChaincodeId(ChaincodeID.newBuilder().setName(FakePeer.CHAINCODE))
                .setResponse(Response.newBuilder().setStatus(200).setPayload(ByteString.copyFromUtf8(answer)))
                .setResults(writes().toByteString())
                .setEvents(ChaincodeEvent.newBuilder()
                        .setEventName("record.transitioned")
                        .setPayload(ByteString.copyFromUtf8("{\"seq\":1}"))
                        .build()
                        .toByteString())
                .build();
        return ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(proposal.getPayload())
                .setAction(ChaincodeEndorsedAction.newBuilder()
                        .setProposalResponsePayload(ProposalResponsePayload.newBuilder()
                                .setExtension(action.toByteString())
                                .build()
                                .toByteString())
                        .addAllEndorsements(endorsements))
                .build();
    }

    private static TxReadWriteSet writes() {
        KVRWSet ours = KVRWSet.newBuilder()
                .addWrites(KVWrite.newBuilder().setKey("H~grievance~1").setValue(ByteString.copyFromUtf8("{}")))
                .addWrites(KVWrite.newBuilder().setKey("S~old").setIsDelete(true))
                .build();
        KVRWSet theirs = KVRWSet.newBuilder()
                .addWrites(KVWrite.newBuilder().setKey("not ours"))
                .build();
        return TxReadWriteSet.newBuilder()
                .addNsRwset(
                        NsReadWriteSet.newBuilder().setNamespace("_lifecycle").setRwset(theirs.toByteString()))
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace(FakePeer.CHAINCODE)
                        .setRwset(ours.toByteString()))
                .build();
    }

    private static Endorsement endorsement(String mspId) {
        return Endorsement.newBuilder()
                .setEndorser(
                        SerializedIdentity.newBuilder().setMspid(mspId).build().toByteString())
                .build();
    }
}
