package org.countyledger.client.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.block.TransactionSummary.Invocation;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/** Opens the layers of an endorser transaction (fabric-protos: transaction.proto, proposal.proto, rwset.proto). */
final class InvocationDecoder {
    private final String chaincode;

    InvocationDecoder(String chaincode) {
        this.chaincode = chaincode;
    }

    Optional<Invocation> decode(ByteString data) throws InvalidProtocolBufferException {
        Transaction transaction = Transaction.parseFrom(data);
        if (transaction.getActionsCount() == 0) {
            return Optional.empty();
        }
        ChaincodeActionPayload payload =
                ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
        ProposalResponsePayload result =
                ProposalResponsePayload.parseFrom(payload.getAction().getProposalResponsePayload());
        ChaincodeAction action = ChaincodeAction.parseFrom(result.getExtension());
        return Optional.of(new Invocation(
                action.getChaincodeId().getName(),
                arguments(payload.getChaincodeProposalPayload()),
                action.getResponse().getPayload(),
                event(action.getEvents()),
                writes(action.getResults()),
                endorsers(payload.getAction().getEndorsementsList())));
    }

    private static List<ByteString> arguments(ByteString proposal) throws InvalidProtocolBufferException {
        ByteString input = ChaincodeProposalPayload.parseFrom(proposal).getInput();
        return ChaincodeInvocationSpec.parseFrom(input)
                .getChaincodeSpec()
                .getInput()
                .getArgsList();
    }

    private static Optional<EmittedEvent> event(ByteString bytes) throws InvalidProtocolBufferException {
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        ChaincodeEvent event = ChaincodeEvent.parseFrom(bytes);
        return Optional.of(new EmittedEvent(event.getEventName(), event.getPayload()));
    }

    private List<KeyWrite> writes(ByteString results) throws InvalidProtocolBufferException {
        List<KeyWrite> writes = new ArrayList<>();
        for (NsReadWriteSet namespace : TxReadWriteSet.parseFrom(results).getNsRwsetList()) {
            if (namespace.getNamespace().equals(chaincode)) {
                for (KVWrite write : KVRWSet.parseFrom(namespace.getRwset()).getWritesList()) {
                    writes.add(new KeyWrite(
                            write.getKey(), write.getIsDelete() ? Optional.empty() : Optional.of(write.getValue())));
                }
            }
        }
        return writes;
    }

    private static List<String> endorsers(List<Endorsement> endorsements) throws InvalidProtocolBufferException {
        List<String> mspIds = new ArrayList<>();
        for (Endorsement endorsement : endorsements) {
            mspIds.add(SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid());
        }
        return mspIds;
    }
}
