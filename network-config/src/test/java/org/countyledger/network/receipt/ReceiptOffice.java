package org.countyledger.network.receipt;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countyledger.domain.contract.LedgerKey.EventKey;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Founding;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Header.Position;
import org.countyledger.domain.record.Kind;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.receipt.AttestedTransaction;
import org.countyledger.ledger.receipt.MalformedReceiptException;
import org.countyledger.ledger.receipt.Question;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;

/** A network of four organisations that hands out receipts of what it is told to write. */
final class ReceiptOffice implements AutoCloseable {
    private static final String CHANNEL = "county";
    private static final Instant NOW = Instant.parse("2027-01-04T01:00:00Z");

    final ThrowawayNetwork network = ThrowawayNetwork.builder()
            .chaincode(CHANNEL, mspId -> new WritingChaincode())
            .start();
    private final ThrowawayIdentity client =
            network.organization("CivilAffairsMSP").client("conduit", Map.of("role", "CONDUIT"));
    private final Gateway gateway = Gateway.newInstance()
            .identity(new X509Identity("CivilAffairsMSP", client.certificate()))
            .signer(Signers.newPrivateKeySigner(client.privateKey()))
            .connection(network.gatewayChannel("CivilAffairsMSP"))
            .connect();

    ChannelConfig genesis() {
        try {
            return ChannelConfig.of(network.ledger().blocks().block(0).orElseThrow());
        } catch (InvalidChannelException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Header and first event of a record. */
    static Map<String, String> record(String id, String owner) {
        Header header = new Header(
                new Founding(
                        Header.SCHEMA_VERSION,
                        Kind.GRIEVANCE,
                        id,
                        "330127",
                        Optional.of("330127001"),
                        owner,
                        Optional.empty(),
                        "PERMANENT"),
                new Position("REGISTERED", NOW, 1, NOW, "d".repeat(64), "e".repeat(64)),
                Handling.by(owner, "petitions"),
                List.of(),
                List.of(),
                new TreeSet<>(),
                new TreeMap<>(),
                Optional.empty(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                Clear.of("category", "NOISE"));
        return new TreeMap<>(Map.of(
                new HeaderKey(Kind.GRIEVANCE, id).text(),
                CanonicalJson.text(header),
                new EventKey(Kind.GRIEVANCE, id, 1).text(),
                "{\"seq\":1}"));
    }

    /** Commits writes endorsed by these organisations; its transaction id. */
    String commit(Map<String, String> writes, String... endorsers) {
        String[] pairs = writes.entrySet().stream()
                .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                .toArray(String[]::new);
        try {
            Contract contract = gateway.getNetwork(CHANNEL).getContract(CHANNEL);
            Transaction transaction = contract.newProposal("write")
                    .addArguments(pairs)
                    .setEndorsingOrganizations(endorsers)
                    .build()
                    .endorse();
            if (!transaction.submitAsync().getStatus().isSuccessful()) {
                throw new IllegalStateException("not valid");
            }
            return transaction.getTransactionId();
        } catch (GatewayException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The receipt of a transaction, signed by these organisations. */
    AttestedTransaction receipt(String txId, String... attestors) {
        try {
            Proposal proposal = gateway.getNetwork(CHANNEL)
                    .getContract("qscc")
                    .newProposal("GetTransactionByID")
                    .addArguments(CHANNEL, txId)
                    .setEndorsingOrganizations(attestors)
                    .build();
            ChaincodeEndorsedAction answer = answer(proposal.endorse());
            return AttestedTransaction.of(
                    Question.of(ProposedTransaction.parseFrom(proposal.getBytes())
                            .getProposal()
                            .getProposalBytes()),
                    answer.getProposalResponsePayload(),
                    answer.getEndorsementsList());
        } catch (GatewayException | MalformedReceiptException | InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ChaincodeEndorsedAction answer(Transaction endorsed) throws InvalidProtocolBufferException {
        Payload payload = Payload.parseFrom(
                PreparedTransaction.parseFrom(endorsed.getBytes()).getEnvelope().getPayload());
        return ChaincodeActionPayload.parseFrom(
                        org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData())
                                .getActions(0)
                                .getPayload())
                .getAction();
    }

    @Override
    public void close() {
        gateway.close();
        network.close();
    }
}
