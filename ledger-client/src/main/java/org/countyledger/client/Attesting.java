package org.countyledger.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;

/**
 * Has one question to {@code qscc} endorsed by several organisations. Each is asked alone, at its own peer where there is
 * one, so that one that is down or behind costs nothing but its own word. Nothing is ever submitted.
 */
final class Attesting {
    private static final String SYSTEM_QUERIES = "qscc";
    private static final String FUNCTION = "GetTransactionByID";
    private static final String NO_SUCH_TRANSACTION = "no such transaction ID";

    private final LedgerSettings settings;
    private final Connections connections;

    Attesting(LedgerSettings settings, Connections connections) {
        this.settings = settings;
        this.connections = connections;
    }

    /** Asks the first {@code wanted} organisations at once, and another one for each that does not answer. */
    Attestation attest(ClientIdentity identity, String txId, int wanted) {
        Proposal proposal = connections
                .local(identity)
                .getNetwork(settings.channel())
                .getContract(SYSTEM_QUERIES)
                .newProposal(FUNCTION)
                .addArguments(settings.channel(), txId)
                .build();
        Asked asked = new Asked(
                identity, parse(proposal), Waits.after(settings.deadlines().endorse()));
        AttestationRound round = new AttestationRound(organizations(), wanted);
        round.run(organization -> word(asked, organization));
        return round.result(txId, asked.proposed().getProposal().getProposalBytes());
    }

    private record Asked(ClientIdentity identity, ProposedTransaction proposed, Deadline limit) {
        byte[] of(String organization) {
            return proposed.toBuilder()
                    .clearEndorsingOrganizations()
                    .addEndorsingOrganizations(organization)
                    .build()
                    .toByteArray();
        }
    }

    private List<String> organizations() {
        return connections.inOrder().stream().map(Peer::organization).distinct().toList();
    }

    /** A peer that is a block behind does not know the transaction yet (architecture.md, rule 13). */
    private Word word(Asked asked, String organization) {
        Word word = askAround(asked, organization);
        for (int lagging = 0; lagging < settings.retries().stale() && isLagging(word); lagging++) {
            if (!Waits.pause(settings.retries().stalePause(), asked.limit())) {
                break;
            }
            word = askAround(asked, organization);
        }
        return word;
    }

    private static boolean isLagging(Word word) {
        return word instanceof Word.Silent silent && silent.reason().contains(NO_SUCH_TRANSACTION);
    }

    /** The organisation's own peers first; any other passes the question on. */
    private Word askAround(Asked asked, String organization) {
        Word word = new Word.Silent("it has no peer that is known here");
        for (Peer peer : ownFirst(organization)) {
            try {
                Transaction endorsed = connections
                        .gateway(asked.identity(), peer)
                        .newProposal(asked.of(organization))
                        .endorse(Waits.until(asked.limit()));
                return said(endorsed);
            } catch (GatewayException e) {
                Complaint complaint = Complaint.of(e);
                word = new Word.Silent(peer + ": " + complaint.detail());
                if (!complaint.anotherPeerMayHelp() || asked.limit().isExpired()) {
                    return word;
                }
                connections.failed(peer);
            }
        }
        return word;
    }

    private List<Peer> ownFirst(String organization) {
        List<Peer> peers = new ArrayList<>(connections.inOrder());
        peers.sort(Comparator.comparing(peer -> !peer.organization().equals(organization)));
        return peers;
    }

    private static Word said(Transaction endorsed) {
        try {
            Payload payload = Payload.parseFrom(PreparedTransaction.parseFrom(endorsed.getBytes())
                    .getEnvelope()
                    .getPayload());
            ChaincodeEndorsedAction action = ChaincodeActionPayload.parseFrom(actionPayload(payload.getData()))
                    .getAction();
            return Stream.of(action)
                    .filter(one -> one.getEndorsementsCount() == 1)
                    .<Word>map(one -> new Word.Said(one.getProposalResponsePayload(), one.getEndorsements(0)))
                    .findFirst()
                    .orElseGet(() -> new Word.Silent("it signed " + action.getEndorsementsCount() + " times"));
        } catch (InvalidProtocolBufferException e) {
            return new Word.Silent("it answered with something else: " + e.getMessage());
        }
    }

    private static ByteString actionPayload(ByteString data) throws InvalidProtocolBufferException {
        return org.hyperledger.fabric.protos.peer.Transaction.parseFrom(data)
                .getActions(0)
                .getPayload();
    }

    private static ProposedTransaction parse(Proposal proposal) {
        try {
            return ProposedTransaction.parseFrom(proposal.getBytes());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a proposal that was made here cannot be parsed", e);
        }
    }
}
