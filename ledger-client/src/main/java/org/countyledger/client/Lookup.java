package org.countyledger.client;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Deadline;
import java.util.Optional;
import org.countyledger.client.block.BlockDecoder;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;

/** Questions to the peers about the chain itself. */
final class Lookup {
    private static final String SYSTEM_QUERIES = "qscc";
    private static final String NO_SUCH_TRANSACTION = "no such transaction ID";

    private final LedgerSettings settings;
    private final Connections connections;
    private final Asking asking;

    Lookup(LedgerSettings settings, Connections connections, Asking asking) {
        this.settings = settings;
        this.connections = connections;
        this.asking = asking;
    }

    byte[] evaluate(ClientIdentity identity, Query query) {
        Proposal.Builder builder = connections
                .local(identity)
                .getNetwork(settings.channel())
                .getContract(query.chaincode().isEmpty() ? settings.chaincode() : query.chaincode())
                .newProposal(query.function())
                .addArguments(query.arguments().toArray(String[]::new));
        query.holder().ifPresent(builder::setEndorsingOrganizations);
        Proposal proposal = builder.build();
        byte[] bytes = proposal.getBytes();
        Question.Call<byte[]> call =
                (gateway, limit) -> gateway.newProposal(bytes).evaluate(Waits.until(limit));
        int lagging = query.mayLag() ? settings.retries().stale() : 0;
        Question.Patience patience = new Question.Patience(settings.deadlines().evaluate(), lagging, false);
        return switch (asking.ask(new Question<>(
                proposal.getTransactionId(), Stage.EVALUATE, identity, call, patience, query.holder()))) {
            case Answer.Given<byte[]> given -> given.value();
            case Answer.Failed<byte[]> failed -> throw new LedgerException(failed.failure());
            case Answer.Nobody<byte[]> nobody -> throw new LedgerException(nobody.failure());
        };
    }

    /** Blocks on the chain, as the first peer that answers sees it. */
    long height(ClientIdentity identity) {
        byte[] answer =
                evaluate(identity, Query.of("GetChainInfo", settings.channel()).at(SYSTEM_QUERIES));
        try {
            return BlockchainInfo.parseFrom(answer).getHeight();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a peer answered GetChainInfo with something else", e);
        }
    }

    /** Asks for the verdict on a transaction; a peer that does not have it stays silent until the deadline. */
    Optional<Committed> status(ClientIdentity identity, String txId) {
        Deadline limit = Waits.after(settings.deadlines().statusCheck());
        byte[] request = statusRequest(identity, txId);
        for (Peer peer : connections.inOrder()) {
            try {
                Gateway gateway = connections.gateway(identity, peer);
                Status status = gateway.newCommit(request).getStatus(Waits.until(limit));
                return Optional.of(new Committed(status.getCode().getNumber(), status.getBlockNumber()));
            } catch (CommitStatusException e) {
                if (!Complaint.of(e).anotherPeerMayHelp()) {
                    return Optional.empty();
                }
                connections.failed(peer);
            }
        }
        return Optional.empty();
    }

    private byte[] statusRequest(ClientIdentity identity, String txId) {
        return SignedCommitStatusRequest.newBuilder()
                .setRequest(CommitStatusRequest.newBuilder()
                        .setChannelId(settings.channel())
                        .setTransactionId(txId)
                        .setIdentity(identity.creator())
                        .build()
                        .toByteString())
                .build()
                .toByteArray();
    }

    /** The committed transaction with its endorsements, valid or not. */
    Optional<TransactionSummary> transaction(ClientIdentity identity, String txId) {
        try {
            byte[] answer = evaluate(
                    identity,
                    Query.of("GetTransactionByID", settings.channel(), txId).at(SYSTEM_QUERIES));
            ProcessedTransaction found = ProcessedTransaction.parseFrom(answer);
            return status(identity, txId)
                    .map(verdict -> new BlockDecoder(settings.chaincode())
                            .transaction(found.getTransactionEnvelope(), verdict));
        } catch (LedgerException e) {
            if (e.failure().sentence().contains(NO_SUCH_TRANSACTION)) {
                return Optional.empty();
            }
            throw e;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a peer answered GetTransactionByID with something else", e);
        }
    }
}
